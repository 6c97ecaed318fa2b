import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { PersonView } from '../../desk/people/model.ts'
import { ask } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useLater } from '../shell/later.ts'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Introduce, type Newcomer } from './Introduce.tsx'
import { Lines } from './Lines.tsx'
import { openLine } from './open.ts'
import { PasteMail } from './PasteMail.tsx'
import css from './People.module.css'
import { PersonForm } from './PersonForm.tsx'
import { PersonPanel, Works } from './PersonPanel.tsx'
import { Suggested } from './Suggested.tsx'

type Beside = 'new' | 'paste' | Newcomer | null

/** How many more are shown at a time. */
const page = 100

/** Who assists whom, and how they work; what was noted after each contact is found here. */
export function PeoplePage() {
  const navigate = useNavigate()
  const { event: open } = useSearch({ strict: false }) as { event?: string }
  const [beside, setBeside] = useState<Beside>(null)
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const wanted = useLater(text.trim(), 150)
  const [most, setMost] = useState(page)
  const list = useQuery({
    ...ask.person.list.queryOptions({ input: { most, ...(wanted !== '' && { text: wanted }) } }),
    placeholderData: keepPreviousData,
  })
  const suggested = useQuery(ask.person.suggestions.queryOptions({ input: {} }))
  const show = (id: string | null) => {
    setBeside(null)
    void navigate({ to: '/people', search: id === null ? {} : { event: id } })
  }
  const put = (one: Exclude<Beside, null>) => {
    show(null)
    setBeside(one)
  }
  const writes = useMay('person.add') !== 'no'
  // A mail is read to write down what is in it; only that is asked for.
  const reads = useMay('person.assist') !== 'no'
  useVerbs([
    { id: 'person-new', words: 'Write somebody down', keys: ['n'], of: 'person.add', run: () => put('new') },
    { id: 'person-find', words: 'Find somebody, or a line', keys: ['f'], run: () => field.current?.focus() },
    ...(reads ? [{ id: 'person-paste', words: 'Assistants in a mail', keys: ['p'], run: () => put('paste') }] : []),
  ])
  const isOpen = open !== undefined || beside !== null
  const found = suggested.data?.suggestions ?? []
  return (
    <Page wide beside={isOpen}>
      <PageHead
        title="People"
        sub="Who assists whom, how they work, and what was noted after each contact"
        actions={
          <>
            <Button hint="n" of="person.add" onClick={() => put('new')}>
              Write somebody down
            </Button>
            {reads && (
              <Button hint="p" onClick={() => put('paste')}>
                From a mail
              </Button>
            )}
            <Button hint="/" of="contact.note" onClick={() => openLine()}>
              Note a line
            </Button>
          </>
        }
      />
      <WhoCan of="person.add" what="write anybody down" />
      <label className={css.search}>
        <span>
          Find somebody, or a line <KeyHint of="f" />
        </span>
        <input ref={field} type="search" maxLength={200} value={text} onChange={(e) => setText(e.target.value)} />
      </label>
      {found.length > 0 && wanted === '' && (
        <section aria-label="Perhaps an assistant" className={css.group}>
          <h2>Perhaps an assistant</h2>
          <Suggested found={found} onIntroduce={put} />
        </section>
      )}
      {list.isPending && <Waiting />}
      {list.error ? <Refused error={list.error} retry={list.refetch} /> : null}
      {list.data?.isEmpty && (
        <EmptyState title="Nobody is written down yet">
          Meetings get arranged by assistants who know each other.{' '}
          {writes
            ? 'Write down somebody you meet and who assists them: what you offer then goes to the right person by itself. Or paste a mail that an assistant has signed.'
            : 'Whoever is written down is shown here with who assists them and how they work.'}
        </EmptyState>
      )}
      {list.data && !list.data.isEmpty && <Found list={list.data} wanted={wanted} />}
      {list.data && list.data.more > 0 && (
        <p className={css.row}>
          <Button busy={list.isFetching} onClick={() => setMost(most + page)}>
            Show more: {list.data.more} are not shown
          </Button>
        </p>
      )}
      {open !== undefined && <PersonPanel key={open} id={open} onClose={() => show(null)} />}
      {beside === 'new' && <PersonForm person={null} onClose={show} />}
      {beside === 'paste' && <PasteMail onIntroduce={put} onClose={() => setBeside(null)} />}
      {beside !== null && typeof beside === 'object' && <Introduce newcomer={beside} onClose={() => setBeside(null)} />}
    </Page>
  )
}

type List = { readonly people: readonly PersonView[]; readonly lines: Parameters<typeof Lines>[0]['lines'] }

function Found({ list: { people, lines }, wanted }: { list: List; wanted: string }) {
  const assisted = people.filter(({ assistants }) => assistants.length > 0)
  const shown = new Set(assisted.flatMap(({ assistants }) => assistants.map(({ id }) => id)))
  const others = people.filter(({ id, assistants }) => assistants.length === 0 && !shown.has(id))
  if (people.length === 0) return <p className={css.note}>Nobody, and no line, has all of “{wanted}”.</p>
  return (
    <>
      {lines.length > 0 && (
        <section className={css.group} aria-label="Lines">
          <h2>Lines</h2>
          <Lines lines={lines} who />
        </section>
      )}
      {assisted.length > 0 && (
        <section className={css.group} aria-label="Who assists whom">
          <h2>Who assists whom</h2>
          <ul className={css.pairs}>
            {assisted.map((person) => (
              <Pair key={person.id} person={person} people={people} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className={css.group} aria-label="Others">
          <h2>{assisted.length > 0 ? 'Others' : 'People'}</h2>
          <ul className={css.others}>
            {others.map((person) => (
              <li key={person.id} className={css.other} data-label={person.label}>
                <Who person={person} />
                <Last person={person} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Who = ({ person }: { person: Pick<PersonView, 'id' | 'name' | 'label'> & { organisation?: string } }) => (
  <div>
    <Link to="/people" search={{ event: person.id }} className={css.name ?? ''}>
      {person.name}
    </Link>{' '}
    {person.label === 'private' && <Tag tone="plum">private</Tag>}
    {person.organisation && <p className={css.note}>{person.organisation}</p>}
  </div>
)

const Last = ({ person: { last, favours } }: { person: PersonView }) => (
  <>
    {favours !== '' && <p className={css.favours}>{favours}</p>}
    {last && (
      <p className={css.last}>
        “{last.words}” <span className={css.note}>{last.when}</span>
      </p>
    )}
  </>
)

/** Somebody at the left, whoever arranges their meetings at the right. */
const Pair = ({ person, people }: { person: PersonView; people: readonly PersonView[] }) => (
  <li className={css.pairOf} data-label={person.label}>
    <Who person={person} />
    <ul className={css.assistants}>
      {person.assistants.map((one) => {
        const whole = people.find(({ id }) => id === one.id)
        return (
          <li key={one.id}>
            <p className={css.through}>
              <span aria-hidden="true" className={css.way} />
              <span className="unseen">assisted by</span>
              <Link to="/people" search={{ event: one.id }} className={css.name ?? ''}>
                {one.name}
              </Link>{' '}
              <span className={css.note}>{one.when}</span>
            </p>
            <Works works={one.works} />
            {one.works.length === 0 && <p className={css.note}>How they work is not known yet.</p>}
            {whole && <Last person={whole} />}
          </li>
        )
      })}
    </ul>
  </li>
)
