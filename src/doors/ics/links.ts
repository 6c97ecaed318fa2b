import { all, type Content, first, textOf } from './property.ts'

/** Addresses under which people meet; a page address of any other kind says nothing about where a meeting is. */
const meetingHosts = [
  'zoom.us',
  'zoom.com',
  'zoomgov.com',
  'meet.google.com',
  'teams.microsoft.com',
  'teams.live.com',
  'webex.com',
  'whereby.com',
  'meet.jit.si',
  'gotomeeting.com',
  'goto.com',
  'bluejeans.com',
  'join.skype.com',
  'meet.lync.com',
  'chime.aws',
  'facetime.apple.com',
]

const address = /https?:\/\/[^\s<>"'\\\])]+/gi

function usable(text: string): string | null {
  try {
    const url = new URL(text)
    return (url.protocol === 'https:' || url.protocol === 'http:') && text.length <= 2000 ? text : null
  } catch {
    return null
  }
}

const addressesIn = (text: string): string[] =>
  (text.slice(0, 50_000).match(address) ?? []).map((each) => each.replace(/[.,;:!?]+$/, ''))

function isMeeting(text: string): boolean {
  const host = usable(text) === null ? '' : new URL(text).hostname
  return meetingHosts.some((known) => host === known || host.endsWith(`.${known}`))
}

const named = [
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
  'CONFERENCE',
]

/**
 * Where people join from afar: a conference property, any address in the location, or an address
 * of a known meeting service in the notes or the URL. Only http and https.
 */
export function linkOf(content: Content, location: string, notes: string): string | null {
  for (const name of named)
    for (const each of all(content, name)) {
      const link = usable(textOf(each))
      if (link) return link
    }
  const inLocation = addressesIn(location).find(usable)
  if (inLocation) return inLocation
  return [...addressesIn(notes), textOf(first(content, 'URL'))].find(isMeeting) ?? null
}

/** The location without the addresses of calls in it; empty where nothing else is said. */
export const placeName = (location: string): string =>
  location
    .replace(address, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s;,|–-]+|[\s;,|–-]+$/g, '')
