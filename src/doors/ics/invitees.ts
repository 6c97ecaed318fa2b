import type { Answer, Invitee } from '../../plan/plan.ts'
import type { ActedFor } from '../../plan/series.ts'
import { all, type Content, first, type Property, paramOf, textOf } from './property.ts'

/** Lower case, without `mailto:`; an address hidden behind another scheme may stand in EMAIL (RFC 7986 §6.2). */
function addressOf(read: Property): string | null {
  const value = textOf(read) || read.raw.trim()
  const mail = /mailto:\s*([^\s;:,"<>]+)\s*$/i.exec(value)?.[1]
  const plain = /^[^\s:;,"<>]+@[^\s:;,"<>]+$/.test(value) ? value : null
  const address = mail ?? (paramOf(read, 'email').replace(/^mailto:/i, '') || plain || value)
  return address === '' ? null : address.slice(0, 320).toLowerCase()
}

const answers: Record<string, Answer> = {
  ACCEPTED: 'accepted',
  COMPLETED: 'accepted',
  DECLINED: 'declined',
  /** Somebody else goes in their place. */
  DELEGATED: 'declined',
  TENTATIVE: 'tentative',
}

function inviteeOf(read: Property): Invitee | null {
  const address = addressOf(read)
  if (!address) return null
  const role = paramOf(read, 'role').toUpperCase()
  return {
    address,
    name: paramOf(read, 'cn').trim().slice(0, 200) || null,
    answer: answers[paramOf(read, 'partstat').toUpperCase()] ?? 'needs-action',
    required: role !== 'OPT-PARTICIPANT' && role !== 'NON-PARTICIPANT',
  }
}

const isPerson = (read: Property) => !['ROOM', 'RESOURCE'].includes(paramOf(read, 'cutype').toUpperCase())

/** The people an event invites, each address once; rooms and things are left out. */
export function inviteesOf(content: Content): Invitee[] {
  const people = new Map<string, Invitee>()
  for (const read of all(content, 'ATTENDEE').filter(isPerson)) {
    const invitee = inviteeOf(read)
    if (invitee && !people.has(invitee.address)) people.set(invitee.address, invitee)
  }
  return [...people.values()]
}

export const organizerOf = (content: Content): string | null => {
  const read = first(content, 'ORGANIZER')
  return read ? addressOf(read) : null
}

const plainAddress = /^(?:mailto:)?\s*([^\s:;,"<>]+@[^\s:;,"<>]+)\s*$/i

/** Who sent or answered it for somebody else (SENT-BY, RFC 5545 §3.2.18), each pair once; a value that is no address says nothing. */
export function actedForIn(content: Content): ActedFor[] {
  const found = new Map<string, ActedFor>()
  for (const read of [...all(content, 'ORGANIZER'), ...all(content, 'ATTENDEE').filter(isPerson)]) {
    const by = plainAddress.exec(paramOf(read, 'sent-by').trim())?.[1]?.slice(0, 320).toLowerCase()
    const address = addressOf(read)
    if (!by || !address || by === address) continue
    found.set(`${address} ${by}`, { for: address, name: paramOf(read, 'cn').trim().slice(0, 200) || null, by })
  }
  return [...found.values()]
}
