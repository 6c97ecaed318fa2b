import { useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { useChange } from '../change.ts'
import { changeNamed } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Message } from './Message.tsx'

type Fix = FindingView['fixes'][number]

const shown = 2

/**
 * What would help, the likeliest first, as far as whoever looks may do it or ask for it. A fix that reaches only the desk is done at once and read back; one that needs
 * somebody outside opens the message that asks them, and nothing changes until they answer.
 */
export function Fixes({ finding }: { finding: FindingView }) {
  const [all, setAll] = useState(false)
  const ways = finding.fixes.filter(({ may }) => may !== 'no')
  const fixes = all ? ways : ways.slice(0, shown)
  const more = ways.length - fixes.length
  return (
    <>
      {fixes.map((fix, i) =>
        fix.reach === 'desk' ? (
          <DeskFix key={fix.words} fix={fix} first={i === 0} />
        ) : (
          <WorldFix key={fix.words} finding={finding} fix={fix} first={i === 0} />
        ),
      )}
      {more > 0 && <Button onClick={() => setAll(true)}>Other ways</Button>}
    </>
  )
}

function DeskFix({ fix, first }: { fix: Fix; first: boolean }) {
  const perform = useChange(
    (input: unknown, options) => {
      const call = changeNamed(fix.operation)
      if (!call) return Promise.reject(new Error(`This build does not know ${fix.operation}`))
      return call(input, options)
    },
    { said: `Done: ${fix.words}` },
  )
  return (
    <>
      <Button
        may={fix.may}
        look={first ? 'main' : 'plain'}
        busy={perform.isPending}
        onClick={() => perform.mutate(fix.input)}
      >
        {fix.words}
      </Button>
      <Refused error={perform.error} />
    </>
  )
}

function WorldFix({ finding, fix, first }: { finding: FindingView; fix: Fix; first: boolean }) {
  const [open, setOpen] = useState(false)
  if (!fix.message) return null
  return (
    <>
      <Button may={fix.may} look={first ? 'main' : 'plain'} onClick={() => setOpen(true)}>
        {fix.words}…
      </Button>
      <Message finding={finding} fix={fix} message={fix.message} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
