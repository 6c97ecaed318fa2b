import { useQuery } from '@tanstack/react-query'
import type { Confidence } from '../../desk/decisions/model.ts'
import { ask } from '../client.ts'
import { Choice, DateField, TimeField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { useMe } from '../shell/me.ts'
import css from './Ask.module.css'
import type { WrongAt } from './AskDialog.tsx'
import type { AskForm } from './draft.ts'

const confidences: readonly Confidence[] = ['a guess', 'likely', 'sure']

/** Humans who sit here: whoever may decide at all. The desk refuses those of them who may not. */
export function useDeciders() {
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  return (data?.members ?? []).filter(({ kind }) => kind !== 'agent' && kind !== 'desk')
}

/** What is recommended, by when it is needed, what happens on silence, and whose answer it is. */
export function Terms({
  form,
  wrongAt,
  onPut,
}: {
  form: AskForm
  wrongAt: WrongAt
  onPut: (part: Partial<AskForm>) => void
}) {
  const { desk } = useMe()
  const deciders = useDeciders()
  const options = form.options.map(({ words }, n) => ({ value: String(n + 1), words: `${n + 1} · ${words || '…'}` }))
  const others = deciders.filter(({ kind }) => kind !== 'executive')
  return (
    <>
      <div className={css.pair}>
        <Choice
          label="You recommend"
          value={form.recommended}
          wrong={wrongAt('recommended')}
          options={[{ value: '', words: 'Nothing' }, ...options]}
          onValue={(recommended) => onPut({ recommended })}
        />
        {form.recommended !== '' && (
          <Choice
            label="How sure you are"
            value={form.confidence}
            options={[{ value: '', words: 'Not said' }, ...confidences.map((value) => ({ value, words: value }))]}
            onValue={(confidence) => onPut({ confidence })}
          />
        )}
      </div>
      <div className={css.three}>
        <DateField
          label="Needed by"
          value={form.on}
          wrong={wrongAt('neededBy', 'neededBy.on', 'neededBy.zone')}
          onValue={(on) => onPut({ on })}
        />
        <TimeField label="at" value={form.time} wrong={wrongAt('neededBy.time')} onValue={(time) => onPut({ time })} />
        <ZoneField label="on the clock of" value={form.zone} onValue={(zone) => onPut({ zone })} />
      </div>
      <div className={css.pair}>
        <Choice
          label="If nobody answers by then"
          hint="Said on the question. What the desk does by itself is what you may do alone."
          value={form.onSilence}
          wrong={wrongAt('onSilence')}
          options={[{ value: '', words: 'Nothing happens: it is not done' }, ...options]}
          onValue={(onSilence) => onPut({ onSilence })}
        />
        <Choice
          label="Who decides"
          value={others.some(({ id }) => id === form.decider) ? form.decider : ''}
          wrong={wrongAt('decider')}
          options={[
            { value: '', words: desk.executive },
            ...others.map(({ id, name }) => ({ value: id, words: name })),
          ]}
          onValue={(decider) => onPut({ decider })}
        />
      </div>
    </>
  )
}
