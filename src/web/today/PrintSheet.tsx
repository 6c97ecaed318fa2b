import { useState } from 'react'
import { atDesk } from '../desk.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { KeptBack } from './KeptBack.tsx'
import css from './PrintSheet.module.css'

const readers = [
  { for: 'executive', name: 'For the executive', says: 'Everything you may see, private things too.' },
  { for: 'desk', name: 'For somebody at the desk', says: 'Nothing private: only that the time is taken.' },
  { for: 'others', name: 'For anybody else', says: 'Only what is labelled open; the rest is “unavailable”.' },
] as const

/** The day on one sheet of paper, and for whom: it opens as a PDF in a tab of its own. */
export function PrintSheet({ on, className }: { on: string; className?: string | undefined }) {
  const [asking, setAsking] = useState(false)
  const ask = () => setAsking(true)
  useVerbs([{ id: 'print', words: 'Print the day sheet', keys: ['p'], run: ask }])
  return (
    <>
      <Button hint="p" className={className} onClick={ask}>
        <span>
          Print<span className="unseen"> the day sheet</span>
        </span>
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Whose hands is it for?"
        sub="One page, with the journal’s newest entry and hash at its foot: Prove the record takes it."
        actions={<Button onClick={() => setAsking(false)}>Close</Button>}
      >
        <ul className={css.readers}>
          {readers.map((reader) => (
            <li key={reader.for}>
              <a
                className={css.reader}
                href={atDesk(`/sheet/${on}.pdf?for=${reader.for}`)}
                target="_blank"
                rel="noreferrer"
                onClick={() => setAsking(false)}
              >
                <b>{reader.name}</b>
                <span>{reader.says}</span>
              </a>
              {reader.for !== 'executive' && asking && <KeptBack on={on} audience={reader.for} />}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
