import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './Cover.module.css'
import { Nobody, useCovering } from './PlanCover.tsx'

/** Two taps, nothing to type: this, and who covers for the rest of today. */
export function IllToday() {
  const { data } = useQuery(ask.cover.list.queryOptions({ input: {} }))
  const [open, setOpen] = useState(false)
  const may = data?.mayStart === true
  useVerbs(may ? [{ id: 'ill', words: 'Ill today: somebody covers', keys: ['z'], run: () => setOpen(true) }] : [])
  if (!may) return null
  return (
    <>
      <Button hint="z" onClick={() => setOpen(true)}>
        Ill today
      </Button>
      {open && <WhoCovers onClose={() => setOpen(false)} />}
    </>
  )
}

function WhoCovers({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const { away, covers } = useCovering()
  // A cover who begins by themselves covers for the assistant.
  const isCover = me.member.kind === 'cover'
  const ill = isCover ? (away.find(({ words }) => words.endsWith('assistant'))?.value ?? '') : me.member.id
  const others = isCover
    ? covers.filter(({ value }) => value === me.member.id)
    : covers.filter(({ value }) => value !== ill)
  const begun = useChange(desk.cover.plan, { said: (answer) => answer.cover.words, onDone: onClose })
  const begin = (cover: string) => begun.mutate({ away: ill, cover, fromOn: null, toOn: null, reason: 'Ill today' })
  return (
    <Dialog
      open
      onClose={onClose}
      title={isCover ? 'Cover for the rest of today?' : 'Who covers for the rest of today?'}
      sub="It begins now and ends with the day. The note writes itself; they act in the calendar and it is told, and ask before sending to somebody new or spending."
      actions={<Button onClick={onClose}>Not now</Button>}
    >
      {others.length === 0 && <Nobody />}
      <div className={css.choices}>
        {others.map(({ value, words }) => (
          <Button key={value} look="main" busy={begun.isPending} onClick={() => begin(value)}>
            {isCover ? 'I cover' : words.replace(/, .*/, '')}
          </Button>
        ))}
      </div>
      <Refused error={begun.error} />
    </Dialog>
  )
}
