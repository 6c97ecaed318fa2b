/** What one confirmation may cost. Mails with tickets attached are far below. */
export const limits = {
  bytes: 25_000_000,
  /** Of the text that is read, in UTF-16 units, a piece; the rest is left out and said so. */
  text: 400_000,
  /** Of a page's source. */
  page: 2_000_000,
  /** Tags within tags of a page. */
  tags: 400,
  /** Mails within mails and files within mails. */
  depth: 4,
  /** Lines of a mail that could part it; taking it apart slows with the square of them. */
  partings: 5_000,
  /** Lines of a mail: 25 MB of enclosed files have fewer. */
  lines: 400_000,
  pieces: 30,
  pages: 60,
  /** Things of schema.org and what they hold. */
  things: 20_000,
  /** What a pass may hold unpacked. */
  unpacked: 8_000_000,
  proposals: 100,
} as const
