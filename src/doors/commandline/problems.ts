import { once } from 'node:events'
import { text } from 'node:stream/consumers'

/** Answers a problem; what cannot be read is an answer too: `{"error": {"why", "words", "path"}}`. */
export type Solve = (problem: unknown) => object

const notJson = { error: { why: 'bad-input', words: 'The problem is not JSON', path: '' } }

function answerText(line: string, solve: Solve): { text: string; bad: boolean } {
  let problem: unknown
  try {
    problem = JSON.parse(line)
  } catch {
    return { text: `${JSON.stringify(notJson)}\n`, bad: true }
  }
  const answer = solve(problem)
  return { text: `${JSON.stringify(answer)}\n`, bad: 'error' in answer }
}

const withoutMark = (line: string): string => (line.startsWith('\u{feff}') ? line.slice(1) : line)

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

/** One problem on standard input, one answer on standard output. Answers the exit code: 2 when it could not be read. */
export async function answerOne(solve: Solve): Promise<number> {
  const answer = answerText(withoutMark(await text(process.stdin)), solve)
  await write(answer.text)
  return answer.bad ? 2 : 0
}

/** Lines as they come: every group is what one read completed, so that whoever waits for an answer gets it. */
async function* linesRead(input: NodeJS.ReadStream): AsyncGenerator<string[]> {
  input.setEncoding('utf8')
  let begun: string[] = []
  for await (const chunk of input as AsyncIterable<string>) {
    const [end = '', ...more] = chunk.split('\n')
    begun.push(end)
    if (more.length === 0) continue
    yield [begun.join(''), ...more.slice(0, -1)]
    begun = [more.at(-1) ?? '']
  }
  yield [begun.join('')]
}

const chunkLength = 65_536

/** A problem a line, an answer a line, in order; blank lines are skipped. A reader who goes away ends it. Exit code 0. */
export async function answerLines(solve: Solve): Promise<number> {
  process.stdout.on('error', () => process.exit(0))
  for await (const lines of linesRead(process.stdin)) {
    let chunk = ''
    for (const line of lines) {
      const problem = withoutMark(line)
      if (problem.trim() !== '') chunk += answerText(problem, solve).text
      if (chunk.length < chunkLength) continue
      await write(chunk)
      chunk = ''
    }
    if (chunk !== '') await write(chunk)
  }
  return 0
}
