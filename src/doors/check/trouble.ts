/** Why a check cannot be made: the body of `{"error": …}`, exit code 2. `line` counts from 1, `path` leads into the rules file. */
export type Trouble = {
  readonly why: 'bad-input' | 'not-there' | 'too-much'
  readonly words: string
  readonly path?: string
  readonly line?: number
}

/** Thrown inside a check and caught where it began: nothing of the input can be used. */
export class CannotCheck extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.words)
    this.trouble = trouble
  }
}

export const cannot = (why: Trouble['why'], words: string, where: Pick<Trouble, 'path' | 'line'> = {}): CannotCheck =>
  new CannotCheck({ why, words, ...where })
