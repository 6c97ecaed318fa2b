import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContactView, PersonView } from '../../desk/people/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { AssistDialog } from './AssistDialog.tsx'
import { Introduce, type Newcomer } from './Introduce.tsx'
import { OwnLines } from './Lines.tsx'
import { openLine } from './open.ts'
import css from './People.module.css'
import { PersonForm } from './PersonForm.tsx'

/** Somebody whole: how they work, who assists them, whom they assist, and every line about them. */
export function PersonPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask.person.show.queryOptions({ input: { id } }))
  if (data) return <Known person={data.person} lines={data.lines} onClose={onClose} />
  return (
    <Panel open onClose={onClose} title="Somebody">
      {error ? <Refused error={error} retry={refetch} /> : <Waiting />}
    </Panel>
  )
}

type Props = { person: PersonView; lines: readonly ContactView[]; onClose: () => void }

function Known({ person, lines, onClose }: Props) {
  const [beside, setBeside] = useState<'edit' | 'assist' | Newcomer | null>(null)
  const removed = useChange(desk.person.remove, { said: `${person.name} is gone from here`, onDone: onClose })
  const navigate = useNavigate()
  const offer = () => void navigate({ to: '/calendar', search: { offer: true, to: person.name } })
  useVerbs([
    { id: 'person-edit', words: `Change ${person.name}`, keys: ['e'], of: 'person.edit', run: () => setBeside('edit') },
    {
      id: 'person-assist',
      words: `Who assists ${person.name}`,
      keys: ['a'],
      of: 'person.assist',
      run: () => setBeside('assist'),
    },
    {
      id: 'person-line',
      words: `Note a line about ${person.name}`,
      keys: ['g'],
      of: 'contact.note',
      run: () => openLine(person.id),
    },
    { id: 'person-offer', words: `Offer ${person.name} times`, keys: ['b'], of: 'hold.offer', run: offer },
  ])
  if (beside === 'edit') return <PersonForm person={person} onClose={() => setBeside(null)} />
  if (beside !== null && beside !== 'assist') return <Introduce newcomer={beside} onClose={() => setBeside(null)} />
  return (
    <Panel
      open
      onClose={onClose}
      title={person.name}
      sub={<Sub person={person} />}
      actions={
        <>
          <Button look="main" hint="g" of="contact.note" onClick={() => openLine(person.id)}>
            Note a line
          </Button>
          <Button hint="b" of="hold.offer" onClick={offer}>
            Offer times
          </Button>
          <Button hint="e" of="person.edit" onClick={() => setBeside('edit')}>
            Change
          </Button>
          <Button
            look="danger"
            of="person.remove"
            busy={removed.isPending}
            onClick={() => removed.mutate({ id: person.id })}
          >
            Remove
          </Button>
        </>
      }
    >
      <WhoCan of="person.edit" what="change this" />
      {(person.addresses.length > 0 || person.names.length > 0) && (
        <p className={css.note}>
          {[...person.addresses, ...person.names.map((one) => `also called ${one}`)].join(' · ')}
        </p>
      )}
      {person.works.length > 0 && (
        <section className={css.section}>
          <h3>How they work</h3>
          <Works works={person.works} />
        </section>
      )}
      <AssistedBy person={person} onAssist={() => setBeside('assist')} />
      {person.assisting.length > 0 && (
        <section className={css.section}>
          <h3>Assists</h3>
          <ul className={css.few}>
            {person.assisting.map((one) => (
              <li key={one.id} className={css.between}>
                <span>
                  <Link to="/people" search={{ event: one.id }}>
                    {one.name}
                  </Link>{' '}
                  <span className={css.note}>{one.when}</span>
                </span>
                <Button
                  onClick={() =>
                    setBeside({
                      to: person.name,
                      address: person.addresses[0] ?? '',
                      assisted: one.name,
                      assistedAddress: '',
                    })
                  }
                >
                  Introduce yourself
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={css.section}>
        <h3>After each contact</h3>
        {person.favours !== '' && <p className={css.favours}>{person.favours}</p>}
        {lines.length === 0 ? (
          <p className={css.note}>
            Nothing noted yet. One line after each contact is shown when you write to them next.
          </p>
        ) : (
          <OwnLines lines={lines} />
        )}
      </section>
      <Refused error={removed.error} />
      <p className={css.note}>
        <Link to="/journal" search={{ about: person.id }}>
          What the journal says
        </Link>
      </p>
      {beside === 'assist' && <AssistDialog person={person} onClose={() => setBeside(null)} />}
    </Panel>
  )
}

const Sub = ({ person }: { person: PersonView }) => (
  <>
    {[person.organisation, person.zone?.replaceAll('_', ' ')].filter(Boolean).join(' · ')}{' '}
    {person.label === 'private' && <Tag tone="plum">private</Tag>}
  </>
)

export const Works = ({ works }: { works: readonly string[] }) => (
  <ul className={css.works}>
    {works.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

function AssistedBy({ person, onAssist }: { person: PersonView; onAssist: () => void }) {
  const ended = useChange(desk.person.unassist, { said: 'They do not any more', loud: true })
  return (
    <section className={css.section}>
      <h3>Assisted by</h3>
      {person.assistants.length === 0 && (
        <p className={css.note}>Nobody the desk knows of: what you offer goes to {person.name}.</p>
      )}
      <ul className={css.few}>
        {person.assistants.map((one) => (
          <li key={one.id} className={css.assistant}>
            <div className={css.between}>
              <span>
                <Link to="/people" search={{ event: one.id }}>
                  {one.name}
                </Link>{' '}
                <span className={css.note}>{one.when}</span>
              </span>
              <Button
                look="quiet"
                of="person.unassist"
                aria-label={`${one.name} does not any more`}
                onClick={() => ended.mutate({ id: person.id, assistantId: one.id })}
              >
                Not any more
              </Button>
            </div>
            <Works works={one.works} />
            {one.works.length === 0 && <p className={css.note}>How they work is not known yet.</p>}
          </li>
        ))}
      </ul>
      <p className={css.row}>
        <Button hint="a" of="person.assist" onClick={onAssist}>
          {person.assistants.length === 0 ? 'Say who assists them' : 'Another assistant'}
        </Button>
      </p>
    </section>
  )
}
