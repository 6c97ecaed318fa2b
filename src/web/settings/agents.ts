const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['iPhone', 'an iPhone'],
  ['iPad', 'an iPad'],
  ['Android', 'Android'],
  ['Mac OS X', 'a Mac'],
  ['Windows', 'Windows'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

const first = (among: readonly (readonly [string, string])[], agent: string) =>
  among.find(([mark]) => agent.includes(mark))?.[1]

/** A browser's User-Agent (RFC 9110 §10.1.5) as a person would say it. Order matters: most browsers name others too. */
export function agentWords(agent: string): string {
  const [browser, system] = [first(browsers, agent), first(systems, agent)]
  if (!browser && !system) return agent === '' ? 'Something that does not say what it is' : 'Another program'
  return `${browser ?? 'A browser'} on ${system ?? 'another system'}`
}
