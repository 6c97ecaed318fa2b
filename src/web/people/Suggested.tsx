import { useState } from 'react'
import type { Suggestion } from '../../desk/people/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import type { Newcomer } from './Introduce.tsx'
import css from './People.module.css'

type Props = { found: readonly Suggestion[]; onIntroduce: (newcomer: Newcomer) => void }

/** New assistants, each with the words it was read from; nothing is written down before somebody says so. */
export const Suggested = ({ found, onIntroduce }: Props) => (
  <ul className={css.suggested}>
    {found.map((one) => (
      <li key={one.key} className={css.suggestion}>
        <One one={one} onIntroduce={onIntroduce} />
      </li>
    ))}
  </ul>
)

function One({ one, onIntroduce }: { one: Suggestion; onIntroduce: (newcomer: Newcomer) => void }) {
  const [name, setName] = useState(one.assistant.name ?? '')
  const assisted = useChange(desk.person.assist, { said: (done) => `Offers for ${done.person.name} go to ${name}` })
  const none = useChange(desk.person.dismiss, { said: 'Not asked again', loud: true })
  const who = name.trim() === '' ? (one.assistant.address ?? 'Somebody') : name.trim()
  const write = () =>
    assisted.mutate({
      ...(one.to.id === null ? { person: { name: one.to.name, address: one.to.address } } : { id: one.to.id }),
      assistant: { name: name.trim(), address: one.assistant.address },
    })
  return (
    <>
      <p>
        <b>
          {who} seems to assist {one.to.name}
        </b>{' '}
        {one.label === 'private' && <Tag tone="plum">private</Tag>}
      </p>
      <blockquote className={css.quote}>{one.quote}</blockquote>
      <p className={css.note}>Read {one.found}</p>
      {one.assistant.name === null && (
        <TextField
          label="What they are called"
          hint={`Only ${one.assistant.address} is known`}
          maxLength={200}
          value={name}
          onValue={setName}
        />
      )}
      <p className={css.row}>
        <Button look="main" of="person.assist" busy={assisted.isPending} disabled={name.trim() === ''} onClick={write}>
          Yes, they do
        </Button>
        <Button
          disabled={name.trim() === ''}
          onClick={() =>
            onIntroduce({
              to: name.trim(),
              address: one.assistant.address ?? '',
              assisted: one.to.name,
              assistedAddress: one.to.address ?? '',
            })
          }
        >
          Introduce yourself
        </Button>
        <Button look="quiet" of="person.dismiss" busy={none.isPending} onClick={() => none.mutate({ key: one.key })}>
          They do not
        </Button>
      </p>
      <Refused error={assisted.error} />
    </>
  )
}
