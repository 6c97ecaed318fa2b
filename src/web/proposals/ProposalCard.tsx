import { useState } from 'react'
import type { ProposalView } from '../../desk/authority/proposals/model.ts'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { momentWords } from '../dates.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './ProposalCard.module.css'

const who = ({ by }: ProposalView) =>
  by.kind === 'agent' ? `${by.name}, ${by.sponsor === null ? 'an agent' : `${by.sponsor}’s agent`},` : by.name

/** What somebody asks to be allowed: what it is, why, what would come of it, and one tap each way. */
export function ProposalCard({ proposal, first = false }: { proposal: ProposalView; first?: boolean }) {
  return (
    <Card
      heading={
        <>
          {proposal.mine ? 'You asked' : `${who(proposal)} asks`}{' '}
          {proposal.by.kind === 'agent' && <Tag tone="blue">agent</Tag>}
        </>
      }
      actions={proposal.mine ? <Mine proposal={proposal} /> : <Verbs proposal={proposal} first={first} />}
    >
      <p className={css.wish}>{proposal.words}</p>
      {proposal.why !== '' && <p className={css.why}>“{proposal.why}”</p>}
      <Changes proposal={proposal} />
      <Outcome proposal={proposal} />
      <Final of={proposal.operation} />
      <p>
        {proposal.mine && `${proposal.because} `}Until {momentWords(proposal.until)}.
      </p>
    </Card>
  )
}

/** Part by part what would be otherwise: the sentence alone could leave something out. */
const Changes = ({ proposal: { changes } }: { proposal: Pick<ProposalView, 'changes'> }) =>
  changes.length > 0 && (
    <dl className={css.changes} aria-label="What it changes">
      {changes.map(({ what, before, after }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            {before !== null && (
              <>
                <del>{before}</del> <span aria-hidden="true">→</span>{' '}
              </>
            )}
            {after === null ? 'nothing' : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )

/** Findings before and after, as what would go and what would come. */
export const Outcome = ({ proposal: { gone, come } }: { proposal: Pick<ProposalView, 'gone' | 'come'> }) => (
  <ul className={css.outcome} aria-label="What would come of it">
    {gone.map((one) => (
      <li key={one.fingerprint} className={css.gone}>
        <b>Ends</b> {one.words}
      </li>
    ))}
    {come.map((one) => (
      <li key={one.fingerprint} className={one.weight === 'never' ? css.bad : css.come}>
        <b>Makes</b> {one.words}
      </li>
    ))}
    {come.length === 0 && <li>Nothing new goes wrong.</li>}
  </ul>
)

function Verbs({ proposal, first }: { proposal: ProposalView; first: boolean }) {
  const [saying, setSaying] = useState(false)
  const yes = useChange(desk.proposal.yes, { said: (answer) => answer.words })
  const moved = refusalOf(yes.error)
  const seen = moved?.why === 'moved-on' ? moved.standing[1] : undefined
  const sayYes = () => yes.mutate(seen === undefined ? { id: proposal.id } : { id: proposal.id, seen })
  useVerbs(
    first
      ? [
          { id: 'yes', words: `Yes: ${proposal.words}`, keys: ['+'], run: sayYes },
          { id: 'no', words: `No: ${proposal.words}`, keys: ['-'], run: () => setSaying(true) },
        ]
      : [],
  )
  if (!proposal.mayDecide) return null
  return (
    <>
      <Refused error={yes.error} />
      <Button look="main" busy={yes.isPending} onClick={sayYes} {...(first && { hint: '+' })}>
        {seen === undefined ? 'Yes' : 'Yes, as it is now'}
      </Button>
      <No proposal={proposal} first={first} open={saying} onOpen={setSaying} />
    </>
  )
}

function No({
  proposal,
  first,
  open,
  onOpen,
}: {
  proposal: ProposalView
  first: boolean
  open: boolean
  onOpen: (open: boolean) => void
}) {
  const [reason, setReason] = useState('')
  const no = useChange(desk.proposal.no, { said: 'Said no', onDone: () => onOpen(false), loud: !open })
  const say = (why: string) => no.mutate({ id: proposal.id, reason: why })
  return (
    <>
      <Button busy={no.isPending} onClick={() => say('')}>
        No
      </Button>
      <Button look="quiet" onClick={() => onOpen(true)} {...(first && { hint: '-' })}>
        No, because…
      </Button>
      <Dialog
        open={open}
        onClose={() => onOpen(false)}
        title="Why not?"
        sub={`${proposal.by.name} reads this, and asks better next time.`}
        final={{ of: 'proposal.no' }}
        actions={
          <>
            <Button look="main" busy={no.isPending} onClick={() => say(reason)}>
              Say no
            </Button>
            <Button onClick={() => onOpen(false)}>Not yet</Button>
          </>
        }
      >
        <p>{proposal.words}</p>
        <NotesField label="Why" rows={2} value={reason} onValue={setReason} />
        <Refused error={no.error} />
      </Dialog>
    </>
  )
}

/** Who asked may say why, and take it back. */
function Mine({ proposal }: { proposal: ProposalView }) {
  const [why, setWhy] = useState<string | null>(null)
  const withdrawn = useChange(desk.proposal.withdraw, { said: 'Taken back', loud: true })
  const explained = useChange(desk.proposal.explain, { said: 'Said why', onDone: () => setWhy(null) })
  if (proposal.state !== 'open') return null
  return (
    <>
      <Button onClick={() => setWhy(proposal.why)}>{proposal.why === '' ? 'Say why…' : 'Say why again…'}</Button>
      <Button look="quiet" busy={withdrawn.isPending} onClick={() => withdrawn.mutate({ id: proposal.id })}>
        Take it back
      </Button>
      <Final of="proposal.withdraw" />
      <Dialog
        open={why !== null}
        onClose={() => setWhy(null)}
        title="Why do you ask?"
        sub={proposal.because}
        actions={
          <>
            <Button
              look="main"
              busy={explained.isPending}
              onClick={() => explained.mutate({ id: proposal.id, why: why ?? '' })}
            >
              Say it
            </Button>
            <Button onClick={() => setWhy(null)}>Leave it</Button>
          </>
        }
      >
        <p>{proposal.words}</p>
        <NotesField label="Why" rows={2} value={why ?? ''} onValue={setWhy} />
        <Refused error={explained.error} />
      </Dialog>
    </>
  )
}
