import { Choice, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import css from './Ask.module.css'
import type { WrongAt } from './AskDialog.tsx'
import { type AskForm, noOption, type OptionForm, withoutOption } from './draft.ts'

const most = 3

type Props = {
  form: AskForm
  wrongAt: WrongAt
  path: string
  onPut: (part: Partial<AskForm>) => void
  onForm: (change: (was: AskForm) => AskForm) => void
}

/** The ways to answer, each with its cost, its gain and how it is taken back. */
export function OptionFields({ form, wrongAt, path, onPut, onForm }: Props) {
  const put = (at: number, part: Partial<OptionForm>) =>
    onForm((was) => ({ ...was, options: was.options.map((one, n) => (n === at ? { ...one, ...part } : one)) }))
  return (
    <>
      {form.options.map((option, n) => (
        <OneOption
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place; that is how everything names it
          key={n}
          form={form}
          option={option}
          n={n}
          wrongAt={wrongAt}
          deedWrong={path.startsWith(`options.${n}.does`) ? wrongAt(path) : undefined}
          onPut={(part) => put(n, part)}
          {...(form.options.length > 2 && { onGone: () => onForm((was) => withoutOption(was, n + 1)) })}
        />
      ))}
      {form.options.length < most && (
        <p>
          <Button onClick={() => onPut({ options: [...form.options, noOption] })}>A third way</Button>
        </p>
      )}
    </>
  )
}

function OneOption({
  form,
  option,
  n,
  wrongAt,
  deedWrong,
  onPut,
  onGone,
}: {
  form: AskForm
  option: OptionForm
  n: number
  wrongAt: WrongAt
  deedWrong: string | undefined
  onPut: (part: Partial<OptionForm>) => void
  onGone?: () => void
}) {
  const at = `options.${n}`
  return (
    <fieldset className={css.option}>
      <legend>{n + 1}</legend>
      <TextField
        label={`Option ${n + 1}`}
        value={option.words}
        maxLength={200}
        wrong={wrongAt(`${at}.words`, at)}
        autoComplete="off"
        onValue={(words) => onPut({ words })}
      />
      <div className={css.three}>
        {(['cost', 'gain', 'undo'] as const).map((name) => (
          <TextField
            key={name}
            label={names[name]}
            aria-label={`${names[name]} of option ${n + 1}`}
            value={option[name]}
            maxLength={300}
            wrong={wrongAt(`${at}.${name}`)}
            autoComplete="off"
            onValue={(value) => onPut({ [name]: value })}
          />
        ))}
      </div>
      {(form.deeds.length > 0 || deedWrong) && (
        <DeedField form={form} option={option} n={n} wrong={deedWrong} onPut={onPut} />
      )}
      {onGone && (
        <Button look="quiet" onClick={onGone} aria-label={`Leave option ${n + 1} out`}>
          Leave it out
        </Button>
      )}
    </fieldset>
  )
}

const names = { cost: 'Costs', gain: 'Gains', undo: 'Taken back' } as const

/** What the desk does when it is chosen: one of what was offered to it, or nothing. */
function DeedField({
  form,
  option,
  n,
  wrong,
  onPut,
}: {
  form: AskForm
  option: OptionForm
  n: number
  wrong: string | undefined
  onPut: (part: Partial<OptionForm>) => void
}) {
  const chosen = form.deeds.findIndex(
    (deed) => option.deed !== null && JSON.stringify(deed) === JSON.stringify(option.deed),
  )
  return (
    <Choice
      label={`What the desk does on ${n + 1}`}
      value={String(chosen)}
      wrong={wrong}
      options={[
        { value: '-1', words: 'Nothing on the desk: somebody does it' },
        ...form.deeds.map((deed, at) => ({ value: String(at), words: deed.words })),
      ]}
      onValue={(at) => onPut({ deed: form.deeds[Number(at)] ?? null })}
    />
  )
}
