import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { onPage } from '../../desk/holds/page/model.ts'
import { useChange } from '../change.ts'
import { ask, desk, refusalOf } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useLater } from '../shell/later.ts'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import { askFor, draftOf, meetingOf, type OfferForm, type Pick, throughOf, wrongWith } from './draft.ts'
import { OfferChoices } from './OfferChoices.tsx'
import { OfferFields, SilenceFields } from './OfferFields.tsx'
import css from './OfferPanel.module.css'
import { Reader } from './Reader.tsx'
import { Ready } from './Ready.tsx'
import { useReader } from './useReader.ts'

type Props = {
  form: OfferForm
  onForm: (form: OfferForm) => void
  picks: readonly Pick[]
  onPicks: (picks: readonly Pick[]) => void
  /** The meeting that one of the times shall move. */
  moves: { readonly eventId: string; readonly recurrenceId: string | null; readonly title: string } | null
  onClose: () => void
}

/** Times for somebody outside: found by the desk's rules or painted on the calendar, held, and written down ready to send. */
export function OfferPanel({ form: said, onForm, picks, onPicks, moves, onClose }: Props) {
  const { desk: at } = useMe()
  const [give, setGive] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const [why, setWhy] = useState('')
  const { found: reader, isRead, form } = useReader(said)
  const through = throughOf(form, reader)
  const wanted = useLater(askFor(form, give), 250)
  const found = useQuery({
    ...ask.offer.find.queryOptions({
      input: {
        ...(wanted ?? { from: form.from, to: form.to, minutes: 30, by: 'video' as const }),
        ...(moves && { eventId: moves.eventId }),
      },
    }),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
  })
  const held = useChange(desk.hold.offer, {
    said: (answer) => `Held for ${answer.group.to.name}`,
    onDone: () => onPicks([]),
  })
  const wrong = wrongWith(form, picks)
  const shown = tried ? wrong : {}
  const to = through?.name ?? (form.name.trim() === '' ? 'somebody outside' : form.name.trim())
  const leaving = useLeaving({ to, ...(moves && { event: moves.eventId }) })
  const shownOnPage = onPage(meetingOf(form))
  const hold = () => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    const draft = draftOf(form, picks, at.zone, moves, isRead ? through : undefined)
    const go = () => held.mutate({ ...draft, page: true, ...(why.trim() !== '' && { anyway: { reason: why.trim() } }) })
    leaving.leave(shownOnPage, go)
  }
  const done = held.data && !('proposed' in held.data) ? held.data : null
  useVerbs(done ? [] : [{ id: 'hold-times', words: 'Hold these times', keys: ['h'], of: 'hold.offer', run: hold }])
  if (done) return <Ready group={done.group} address={done.address} onClose={onClose} />
  const no = refusalOf(held.error)
  const count = picks.length === 1 ? 'this time' : `these ${picks.length} times`
  return (
    <Panel
      open
      onClose={onClose}
      title={moves ? `Other times for ${moves.title}` : 'Offer times'}
      sub="Choose from the list, or paint on the calendar. Each is held until somebody answers."
      actions={
        <Button of="hold.offer" look="main" hint="h" busy={held.isPending} onClick={hold}>
          {picks.length === 0 ? 'Hold' : `Hold ${count}`}
        </Button>
      }
    >
      <OfferFields form={form} wrong={shown} zone={at.zone} reader={reader?.through?.name ?? ''} onForm={onForm}>
        {reader && <Reader form={form} found={reader} onForm={onForm} />}
      </OfferFields>
      {found.error ? <Refused error={found.error} retry={found.refetch} /> : null}
      {found.isPending && wanted !== null && <Waiting />}
      {found.data && (
        <OfferChoices
          found={found.data}
          picks={picks}
          give={give}
          onGive={setGive}
          onPicks={onPicks}
          wrong={shown.times}
        />
      )}
      <SilenceFields form={form} zone={at.zone} onForm={onForm} />
      <Stop leaving={leaving} text={shownOnPage} />
      <Refused error={held.error} />
      {no && no.why !== 'bad-input' && (
        <div className={css.anyway}>
          <TextField label="Why hold it anyway" value={why} maxLength={500} onValue={setWhy} />
        </div>
      )}
    </Panel>
  )
}
