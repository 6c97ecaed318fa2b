import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMe } from '../shell/me.ts'
import { tell } from '../shell/toasts.tsx'
import { addPasskey, type Outcome } from '../signin/account.ts'
import { endOtherSessions, endSession, removePasskey, signInState } from '../signin/security.ts'
import { agentWords } from './agents.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { NewCodes, TurnOff, TurnOn } from './SecondStep.tsx'
import { Section } from './Section.tsx'
import css from './Settings.module.css'

type Doing = 'password' | 'on' | 'off' | 'codes' | null

/** How this person comes in, on which machines they are in, and how to be out of them. */
export function SignIn() {
  const { desk, login } = useMe()
  const read = useQueryClient()
  const { data, error, refetch } = useQuery({ queryKey: ['sign-in'], queryFn: signInState })
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => {
    setDoing(null)
    void refetch()
  }
  const act = async (words: string, way: () => Promise<Outcome>) => {
    const outcome = await way()
    tell(outcome.ok ? words : outcome.words)
    await read.invalidateQueries({ queryKey: ['sign-in'] })
  }
  const dayOf = (at: Temporal.Instant) => shortDayWords(at.toZonedDateTimeISO(desk.zone).toPlainDate())
  return (
    <Section title="Sign-in" note="Your password, your passkeys, and where you are signed in. Nobody else sees this.">
      <Refused error={error} retry={refetch} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <ul className={css.rows}>
            <li>
              <div>
                <b>Password</b>
                <p className={css.note}>{login.email}</p>
              </div>
              <Button onClick={() => setDoing('password')}>Change…</Button>
            </li>
            <li>
              <div>
                <b>A second step after the password</b>
                <p className={css.note}>
                  {data.second ? 'On: a code from your app is asked for.' : 'Off. A passkey is two steps by itself.'}
                </p>
              </div>
              {data.second ? (
                <>
                  <Button onClick={() => setDoing('codes')}>New recovery codes…</Button>
                  <Button onClick={() => setDoing('off')}>Turn off…</Button>
                </>
              ) : (
                <Button onClick={() => setDoing('on')}>Turn on…</Button>
              )}
            </li>
            {data.passkeys.map((passkey) => (
              <li key={passkey.id}>
                <div>
                  <b>Passkey: {passkey.name}</b>
                  <p className={css.note}>since {dayOf(passkey.since)}</p>
                </div>
                <Button
                  look="quiet"
                  aria-label={`Remove the passkey ${passkey.name}`}
                  onClick={() => void act('The passkey opens nothing any more', () => removePasskey(passkey.id))}
                >
                  Remove
                </Button>
              </li>
            ))}
            {data.sessions.map((session) => (
              <li key={session.token}>
                <div>
                  <b>{agentWords(session.agent)}</b>
                  <p className={css.note}>{session.isHere ? 'here, now' : `last seen ${dayOf(session.seen)}`}</p>
                </div>
                {!session.isHere && (
                  <Button
                    look="quiet"
                    aria-label={`Sign out ${agentWords(session.agent)}`}
                    onClick={() => void act('Signed out there', () => endSession(session.token))}
                  >
                    Sign out
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <span className={css.actions}>
            {'PublicKeyCredential' in globalThis && (
              <Button onClick={() => void act('The passkey is ready', () => addPasskey(login.name))}>
                Add a passkey
              </Button>
            )}
            {data.sessions.length > 1 && (
              <Button onClick={() => void act('Signed out everywhere else', endOtherSessions)}>
                Sign out everywhere else
              </Button>
            )}
          </span>
        </>
      )}
      {doing === 'password' && <ChangePassword onClose={close} />}
      {doing === 'on' && <TurnOn onClose={close} />}
      {doing === 'off' && <TurnOff onClose={close} />}
      {doing === 'codes' && <NewCodes onClose={close} />}
    </Section>
  )
}
