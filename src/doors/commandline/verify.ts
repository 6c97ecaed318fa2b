import type { Command } from 'commander'
import { type DeskOptions, deskOptions } from './desk.ts'

const examples = `
Keep the hash it prints somewhere else: given back with --expect, it also proves that nothing was cut off the end.

Examples:
  equerry verify
  equerry verify --expect 53a751b33d04e0c9147ff85ba76a37be56ab21e9504b8619a580bfdf214b39b1
  equerry verify --expect 53a7 51b3 3d04 e0c9 147f f85b a76a 37be 56ab 21e9 504b 8619 a580 bfdf 214b 39b1
`

/** `equerry verify`: proves that the journal has not been altered. Exit 0 whole, 1 broken, 2 nothing to prove. */
export function add(program: Command): void {
  deskOptions(program.command('verify').description('Prove that the journal has not been altered'))
    .option('--expect <hash...>', 'the hash that an earlier proof or a day sheet printed, with or without its gaps')
    .option('--json', 'the answer as JSON')
    .addHelpText('after', examples)
    .action(async (options: DeskOptions & { expect?: string[]; json?: boolean }) => {
      const { tellRefusal, withDesk } = await import('./desk.ts')
      await withDesk(options, async (ask) => {
        const answer = await ask(
          'journal.verify',
          options.expect === undefined ? {} : { expect: options.expect.join(' ') },
        )
        if (tellRefusal(answer)) return
        const proof = answer as { whole: boolean; words: string; head: string }
        process.stdout.write(options.json ? `${JSON.stringify(proof)}\n` : `${proof.words}\n${proof.head}\n`)
        process.exitCode = proof.whole ? 0 : 1
      })
    })
}
