import { InvalidArgumentError } from 'commander'

/** `--seconds`: how long one problem may take, from a thousandth of a second to an hour. */
export function secondsFrom(text: string): number {
  const seconds = Number(text)
  if (text.trim() === '' || !(seconds >= 0.001 && seconds <= 3600))
    throw new InvalidArgumentError('It is a number of seconds, 0.001 to 3600.')
  return seconds
}

/** Says from now on whether so many seconds are over. */
export function overAfter(seconds: number): () => boolean {
  const until = performance.now() + seconds * 1000
  return () => performance.now() > until
}
