import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused, wordsOf } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { tell } from '../shell/toasts.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './Agreement.module.css'
import { Boundaries } from './Boundaries.tsx'
import { CountedPanel } from './CountedPanel.tsx'
import { PartCard } from './PartCard.tsx'
import type { Agreement, Opened } from './shown.ts'
import { TextDialog } from './TextDialog.tsx'

/** What the two have agreed, who signed it, and what the record of the last twelve months says of it for both. */
export function AgreementPage() {
  const { data, error, refetch } = useQuery(ask.agreement.show.queryOptions({ input: {} }))
  const [opened, setOpened] = useState<Opened | null>(null)
  const [text, setText] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const next = () => list.current?.querySelector<HTMLElement>('[data-sign]')?.focus()
  const takeOut = () =>
    void desk.agreement.export({}).then(
      (taken) => setText(taken.text),
      (failed: unknown) => tell(wordsOf(failed)),
    )
  useVerbs([
    { id: 'agreement-next', words: 'To the next part that waits for you', keys: ['n'], run: next },
    { id: 'agreement-text', words: 'The agreement as text', keys: ['x'], run: takeOut },
  ])
  return (
    <Page beside={opened !== null}>
      <PageHead
        title="Agreement"
        sub="Ten sentences that you both sign. Beside each stands what the record says of it, counted for both; every number opens the entries it was counted from."
        actions={
          <>
            {data?.parts.some(({ maySign }) => maySign) && (
              <Button look="main" hint="n" onClick={next}>
                Next to sign
              </Button>
            )}
            <Button hint="x" onClick={takeOut}>
              As text
            </Button>
          </>
        }
      />
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          {data.note !== '' && <p className={css.note}>{data.note}</p>}
          <Standing agreement={data} />
          <ol className={css.parts} ref={list}>
            {data.parts.map((part, n) => (
              <PartCard
                key={part.part}
                part={part}
                number={n + 1}
                agreement={data}
                opened={opened}
                onOpen={setOpened}
              />
            ))}
          </ol>
          <Boundaries agreement={data} />
        </>
      )}
      {data && opened && (
        <CountedPanel
          key={`${opened.part} ${opened.side}`}
          opened={opened}
          agreement={data}
          onMonth={(month) => setOpened({ ...opened, month })}
          onClose={() => setOpened(null)}
        />
      )}
      {text !== null && <TextDialog text={text} onClose={() => setText(null)} />}
    </Page>
  )
}

/** How much of it stands, in a sentence. */
function Standing({ agreement }: { agreement: Agreement }) {
  const agreed = agreement.parts.filter((part) => part.agreed).length
  const mine = agreement.parts.filter(({ maySign }) => maySign).length
  return (
    <p className={css.standing}>
      {agreed === 0
        ? 'No part is signed by both yet.'
        : `${agreed} of 10 ${agreed === 1 ? 'is' : 'are'} signed by both.`}
      {mine > 0 && ` ${mine === 1 ? 'One waits' : `${mine} wait`} for you.`}
    </p>
  )
}
