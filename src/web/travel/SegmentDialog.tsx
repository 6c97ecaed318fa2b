import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { SegmentView, TripView } from '../../desk/travel/model.ts'
import type { SegmentKind } from '../../plan/segment.ts'
import { isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { CascadeView } from './CascadeView.tsx'
import css from './Forms.module.css'
import { AroundFields, AskedFields, KindField, SegmentFields, TermsFields } from './SegmentFields.tsx'
import { changesBetween, draftOf, formOf, newSegment, type SegmentForm, wrongInSegment } from './segmentForm.ts'
import type { WrongAt } from './TripFields.tsx'
import { kindWords } from './words.ts'

type Props = { trip: TripView; onClose: () => void; onDone: (id: string) => void }

/** Another part of a trip, of any kind; its day is the one it was asked for on. */
export function AddSegment({
  trip,
  on,
  kind: first = 'flight',
  onClose,
  onDone,
}: Props & { on: string; kind?: SegmentKind }) {
  const id = useId()
  const [form, setForm] = useState(() => newSegment(first, on))
  const put = (part: Partial<SegmentForm>) => setForm((was) => ({ ...was, ...part }))
  const added = useChange(desk.segment.add, {
    said: ({ segment }) => `Added ${segment.title}`,
    onDone: ({ segment }) => onDone(segment.id),
  })
  const input = { ...draftOf(form), tripId: trip.id }
  const { wrongAt, whole, fields } = useWrong(form, added.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (whole()) added.mutate(input)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Add to ${trip.title}`}
      sub="What is not known stays empty. Nothing outside is asked for yet."
      actions={
        <>
          <Button of="segment.add" look="main" type="submit" form={id} busy={added.isPending}>
            Add the {kindWords[form.kind].toLowerCase()}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={id} ref={fields} className={css.form} noValidate onSubmit={save}>
        <KindField kind={form.kind} onKind={(kind) => put({ kind })} />
        <SegmentFields form={form} wrongAt={wrongAt} onPut={put} knownZones={['', '']} />
        <AskedFields form={form} wrongAt={wrongAt} onPut={put} />
        <TermsFields form={form} wrongAt={wrongAt} onPut={put} />
        <AroundFields form={form} trip={trip} own={null} wrongAt={wrongAt} onPut={put} />
        <No
          error={added.error}
          of="segment.add"
          onAnyway={(reason) => added.mutate({ ...input, anyway: { reason } })}
        />
      </form>
    </Dialog>
  )
}

/** A part that is being changed, against the version that was read; what would break behind it can be seen before it is saved. */
export function EditSegment({ trip, segment, onClose, onDone }: Props & { segment: SegmentView }) {
  const id = useId()
  const [read] = useState(() => ({ form: formOf(segment), version: segment.version }))
  const [form, setForm] = useState(read.form)
  const put = (part: Partial<SegmentForm>) => {
    setForm((was) => ({ ...was, ...part }))
    foreseen.reset()
  }
  const foreseen = useMutation({
    mutationFn: () => desk.segment.cascade({ id: segment.id, set: changesBetween(read.form, form) }),
  })
  const edited = useChange(desk.segment.edit, {
    said: (answer) => `Changed ${answer.segment.title}`,
    onDone: () => onDone(segment.id),
  })
  const set = changesBetween(read.form, form)
  const input = { id: segment.id, version: read.version, set }
  const isSame = Object.keys(set).length === 0
  const { wrongAt, whole, fields } = useWrong(form, edited.error ?? foreseen.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!whole()) return
    if (isSame) onClose()
    else edited.mutate(input)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Change ${segment.title}`}
      sub={
        segment.own
          ? 'The desk changes this by itself: nobody outside knows of it.'
          : 'What the desk knows of what others hold. It asks nobody: that is “Write to them…”.'
      }
      actions={
        <>
          <Button of="segment.edit" look="main" type="submit" form={id} busy={edited.isPending}>
            Save
          </Button>
          <Button disabled={isSame} busy={foreseen.isPending} onClick={() => whole() && foreseen.mutate()}>
            See what would break
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={id} ref={fields} className={css.form} noValidate onSubmit={save}>
        <SegmentFields
          form={form}
          wrongAt={wrongAt}
          onPut={put}
          knownZones={[zoneOf(segment.from), zoneOf(segment.to)]}
        />
        <AskedFields form={form} wrongAt={wrongAt} onPut={put} />
        <TermsFields form={form} wrongAt={wrongAt} onPut={put} />
        <AroundFields form={form} trip={trip} own={segment.id} wrongAt={wrongAt} onPut={put} />
        <No
          error={edited.error}
          of="segment.edit"
          onAnyway={(reason) => edited.mutate({ ...input, anyway: { reason } })}
        />
        <Refused error={foreseen.error} />
      </form>
      {foreseen.data && (
        <section ref={intoView} className={css.preview} aria-label="What would break" aria-live="polite">
          <CascadeView cascade={foreseen.data} ahead />
        </section>
      )}
    </Dialog>
  )
}

const intoView = (shown: HTMLElement | null) => shown?.scrollIntoView({ block: 'nearest' })
const zoneOf = ({ at }: SegmentView['from']): string => (at === null ? '' : Temporal.ZonedDateTime.from(at).timeZoneId)

/**
 * What is wrong, beside the field it is about: what the browser sees once somebody tried, else the desk's no. The first such
 * field is brought into view with the focus, out of a part that is folded too.
 */
function useWrong(form: SegmentForm, error: unknown) {
  const fields = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const seen = wrongInSegment(form)
  const no = refusalOf(error)
  const wrongAt: WrongAt = (...paths) =>
    (tries > 0 && paths.map((path) => seen[path]).find(Boolean)) ||
    (no && paths.some((path) => no.path === path || no.path === `set.${path}`) ? no.words : undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new try or a new no moves the focus
  useEffect(() => {
    const wrong = fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    const around = wrong?.closest('details')
    if (around) around.open = true
    wrong?.focus()
  }, [tries, error])
  const whole = () => {
    if (Object.keys(seen).length > 0) setTries((n) => n + 1)
    return Object.keys(seen).length === 0
  }
  return { wrongAt, whole, fields }
}

/** The desk's no; where it is about what was agreed with whoever assists, it can be meant all the same, with a reason. */
function No({
  error,
  of,
  onAnyway,
}: {
  error: unknown
  of: 'segment.add' | 'segment.edit'
  onAnyway: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  if (!isAgainstAgreed(error)) return <Refused error={error} />
  return (
    <>
      <Refused error={error} />
      <TextField label="Why all the same" maxLength={500} value={reason} onValue={setReason} />
      <p>
        <Button of={of} look="danger" disabled={reason.trim() === ''} onClick={() => onAnyway(reason)}>
          Do it anyway
        </Button>
      </p>
    </>
  )
}
