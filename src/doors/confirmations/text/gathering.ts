import type { DateMark } from './dates.ts'
import { emptyEnd, type Leg, type LegEnd, type Token } from './leg.ts'
import { endNamed, isAlone, isClosed, isSamePlace, isUntimed, startsWay, takeAlong } from './mentions.ts'
import type { Reading } from './reading.ts'
import { lineAt } from './sheet.ts'

/** Gathers legs from what is written one after the other. A leg is full when its end would be told twice; then the next one begins. */
export class Gathering {
  readonly legs: Leg[] = []
  #leg: Leg | null = null
  #date: DateMark | null = null
  #last: 0 | 1 = 0
  #roles: (0 | 1)[] = []
  #lastTime: { end: number; on: LegEnd } | null = null
  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  take(token: Token): void {
    if (token.is === 'time') this.#time(token)
    else if (token.is === 'date') this.#dated(token)
    else if (token.is === 'spot') this.#spot(token)
    else if (token.is === 'number') this.#number(token)
    else if (token.is === 'terminal') this.#terminal(token)
    else if (token.is === 'role')
      this.#roles =
        this.#roles.length > 0 && lineAt(this.#reading.sheet, token.at).index === this.#roleLine
          ? [...this.#roles, token.role]
          : [token.role]
    else if (token.is === 'turn') this.#turn()
    else if (token.is === 'gap') this.#gaps++
    if (token.is !== 'role' && token.role !== null && lineAt(this.#reading.sheet, token.at).index === this.#roleLine)
      this.#usedIn = this.#roleLine
    if (token.is === 'role') this.#roleLine = lineAt(this.#reading.sheet, token.at).index
    if (this.#leg && token.is !== 'gap' && token.is !== 'turn' && token.is !== 'role')
      this.#leg.end = Math.max(this.#leg.end, token.end)
  }

  #roleLine = -1

  #begin(at: number): Leg {
    const leg: Leg = { number: null, ends: [emptyEnd(), emptyEnd()], at, end: at }
    this.legs.push(leg)
    this.#leg = leg
    this.#gaps = 0
    this.#last = 0
    this.#lastTime = null
    return leg
  }

  /** The role a label gives what follows it: in its own line, or below where nothing follows there. */
  #role(at: number): 0 | 1 | undefined {
    const line = lineAt(this.#reading.sheet, at).index
    if (line !== this.#roleLine && this.#usedIn === this.#roleLine) this.#roles = []
    if (this.#roles.length > 0) this.#usedIn = line === this.#roleLine ? line : this.#usedIn
    return this.#roles[0]
  }

  #usedIn = -2

  #turn() {
    if (this.#leg && (this.#leg.ends[0].time || this.#leg.ends[0].code || this.#leg.number)) {
      this.#leg = null
      this.#lastTime = null
    }
    this.#roles = []
  }

  #time({ time, role, at, end }: Token & { is: 'time' }) {
    let leg = this.#leg ?? this.#begin(at)
    const [from, to] = leg.ends
    let side: 0 | 1 = role ?? this.#role(at) ?? (from.time ? 1 : 0)
    if (role === null && this.#roles.length > 1) this.#roles = this.#roles.slice(1)
    if (role === null && this.#roles.length === 0 && from.time && to.time) side = 0
    const full = leg.ends[side].time
    if (full) {
      if (role !== null && full.minutes === time.minutes && full.plus === time.plus) return
      if (role !== null && lineAt(this.#reading.sheet, full.at).index === lineAt(this.#reading.sheet, at).index) {
        // Two times behind one label, as where columns have collapsed: neither is chosen.
        leg.others = [...(leg.others ?? []), { side, end: { ...leg.ends[side], time } }]
        return
      }
      if (role === null && !(from.time && to.time)) side = side === 0 ? 1 : 0
      if (leg.ends[side].time) {
        const last = leg.ends[side]
        leg = this.#begin(at)
        side = role ?? 0
        takeAlong(this.#reading, last, leg.ends[side], at)
      }
    } else if (side === 0 && to.time && from.time === null && role === null) side = 0
    const target = leg.ends[side]
    target.time = time
    target.date ??= this.#date
    if (target.date === null && side === 1) target.date = leg.ends[0].date
    this.#last = side
    this.#lastTime = { end, on: target }
  }

  #gaps = 0

  /** A place or a time by itself above a free line heads the letter; it is no end of the way that follows. */
  #dropHeading() {
    const leg = this.#leg
    if (!leg || leg.number || this.#gaps === 0) return
    const [from, to] = leg.ends
    const told = [from.time, to.time, from.name ?? from.code, to.name ?? to.code].filter((each) => each !== null)
    if (told.length > 1 || (from.date && !from.time)) return
    this.legs.splice(this.legs.indexOf(leg), 1)
    this.#leg = null
  }

  #dated({ date, role, at, end }: Token & { is: 'date' }) {
    this.#dropHeading()
    const { low } = this.#reading.sheet
    const last = this.#lastTime
    const beside =
      last &&
      at - last.end <= 14 &&
      !/\n|\p{L}{3,}/u.test(low.slice(last.end, at).replace(/\b(?:uhr|den|the|vom|am|on)\b/g, ''))
    const leg = this.#leg
    if (last && leg && !last.on.ownDate && beside && this.#follows(last.on, low.slice(end, end + 12))) {
      last.on.date = date
      last.on.ownDate = true
      if (leg.ends[0].time && leg.ends[0].date === null) leg.ends[0].date = date
      this.#date = date
      return
    }
    if (last && leg && !last.on.ownDate && role === null && isAlone(this.#reading, last.end, at)) {
      last.on.date = date
      last.on.ownDate = true
      this.#date = date
      return
    }
    const side = role ?? this.#role(at) ?? null
    if (
      leg &&
      side !== null &&
      leg.ends[side].time &&
      !leg.ends[side].ownDate &&
      lineAt(this.#reading.sheet, at).index - lineAt(this.#reading.sheet, leg.end).index <= 1
    ) {
      leg.ends[side].date = date
      leg.ends[side].ownDate = true
      return
    }
    const both = leg?.ends[0].time && leg.ends[1].time
    if (leg && both && lineAt(this.#reading.sheet, at).index - lineAt(this.#reading.sheet, leg.end).index <= 1) {
      const open =
        leg.ends.find((each) => each.date === null) ??
        (leg.ends[0].ownDate && !leg.ends[1].ownDate && leg.ends[1].time && !this.#date ? leg.ends[1] : undefined)
      if (open) {
        open.date = date
        open.ownDate = true
        return
      }
    }
    if (leg && side !== null && !leg.ends[side].time && leg.ends[side].date === null) {
      leg.ends[side].date = date
      leg.ends[side].ownDate = true
    }
    this.#date = date
    this.#lastTime = null
    if (leg && !leg.ends[0].time && leg.ends[0].date === null && leg.number) leg.ends[0].date = date
  }

  /** A date behind a time belongs to it unless another time follows the date at once. */
  #follows(on: LegEnd, after: string): boolean {
    return on.date === null || !/^\s{0,3}(?:,|at|um|a|à|-)?\s{0,2}\d{1,2}[:.h]\d\d/.test(after)
  }

  /** A way of two ends of which the first is where the last one ended: the next begins. */
  #goesOn(leg: Leg, spot: Token & { is: 'spot' }): boolean {
    const [from, to] = leg.ends
    const told = [from, to].every((end) => end.name !== null || end.code !== null)
    if (!told) return false
    if (spot.other) return isSamePlace(this.#reading, spot, to) && !isSamePlace(this.#reading, spot.other, from)
    return spot.role === 0 && isSamePlace(this.#reading, spot, to) && from.time !== null && to.time !== null
  }

  #spot(token: Token & { is: 'spot' }) {
    const { name, code, role, at } = token
    let leg = this.#leg ?? this.#begin(at)
    if (this.#goesOn(leg, token)) leg = this.#begin(at)
    const same = (end: LegEnd) => isSamePlace(this.#reading, token, end)
    const hit = leg.ends.findIndex((end) => same(end))
    if (hit === 1 && leg.ends[0].time && leg.ends[1].time && token.timed) leg = this.#begin(at)
    else if (hit !== -1 && !(hit === 1 && leg.ends[0].time && leg.ends[1].time && role === 0)) {
      const fully = leg.ends[0].time && leg.ends[1].time
      if (!fully || role === hit || this.#near(leg, at) || isUntimed(this.#reading, at)) {
        this.#last = hit as 0 | 1
        leg.ends[hit as 0 | 1].name ??= name
        leg.ends[hit as 0 | 1].code ??= code
        return
      }
    }
    const empty = (end: LegEnd) => end.name === null && end.code === null
    let side: 0 | 1 | null = role ?? this.#role(at) ?? null
    if (side === null) side = empty(leg.ends[0]) ? 0 : empty(leg.ends[1]) ? 1 : null
    else if (role === null && this.#roles.length > 1) this.#roles = [...this.#roles.slice(1), this.#roles[0] as 0 | 1]
    if (role !== null && side !== null && code && leg.ends[side].loose) {
      // "Outbound: Berlin - San Francisco" heads two ways; where this one goes its own label says.
      leg.ends[side] = { ...leg.ends[side], name, code, loose: false }
      this.#last = side
      return
    }
    if (role !== null && side !== null && !empty(leg.ends[side]) && this.#near(leg, at)) return
    if (side !== null && !empty(leg.ends[side])) side = null
    if (side === null) {
      // Text goes on about the way that is told already, or a new one begins; a name without a code beside a full leg begins none.
      leg = this.#begin(at)
      side = role ?? 0
    }
    leg.ends[side].name = name
    leg.ends[side].code = code
    leg.ends[side].loose = role === null && code === null
    this.#last = side
  }

  #near(leg: Leg, at: number) {
    return lineAt(this.#reading.sheet, at).index - lineAt(this.#reading.sheet, leg.end).index <= 0
  }

  #number({ number, at }: Token & { is: 'number' }) {
    if (this.#leg?.ends.every((end) => end.name === null && end.code === null)) this.#dropHeading()
    const known = this.legs.find((leg) => leg.number && plain(leg.number.value) === plain(number.value))
    const leg = this.#leg
    if (leg && leg === known && !(leg.ends[0].time && leg.ends[1].time && this.#newLine(leg, at))) return
    if (known && known !== leg && !startsWay(this.#reading, at)) return
    if (!leg || leg.number || isClosed(this.#reading, leg, at)) this.#begin(at)
    ;(this.#leg as Leg).number = number
    if ((this.#leg as Leg).ends[0].date === null && this.#date && !(this.#leg as Leg).ends[0].time) return
  }

  #newLine(leg: Leg, at: number) {
    return lineAt(this.#reading.sheet, at).index > lineAt(this.#reading.sheet, leg.end).index
  }

  #terminal({ terminal, role, at }: Token & { is: 'terminal' }) {
    const leg = this.#leg
    if (!leg) return
    const side = role ?? endNamed(this.#reading, leg, at, this.#last) ?? this.#last
    if (side !== 'none') leg.ends[side].terminal ??= terminal
  }
}

export const plain = (value: string) => value.replace(/\s/g, '').toLowerCase()
