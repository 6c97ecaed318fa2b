/**
 * Time inside the plan: branded integers, made once when the plan is built.
 * An instant, a wall-clock time and a date are three types and never mix.
 */

declare const instant: unique symbol
declare const wall: unique symbol
declare const day: unique symbol

/** A point on the UTC time line: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instant]: true }

/** A reading of a clock on a wall, in no particular zone: milliseconds since 1970-01-01T00:00 on that wall. */
export type Wall = number & { readonly [wall]: true }

/** A calendar date: whole days since 1970-01-01. */
export type Day = number & { readonly [day]: true }

/** Half-open: `start` is in it, `end` is not. */
export type Span = { readonly start: Instant; readonly end: Instant }

/** Monday first, as RFC 5545 §3.3.10 counts weeks by default. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

export const asInstant = (ms: number): Instant => ms as Instant
export const asWall = (ms: number): Wall => ms as Wall
export const asDay = (days: number): Day => days as Day

/** The date a wall-clock time falls on. */
export const dayOf = (at: Wall): Day => Math.floor(at / dayMs) as Day

/** Midnight at the beginning of a date, on its own wall. */
export const midnight = (on: Day): Wall => (on * dayMs) as Wall

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (on: Day): Weekday => weekdays[(((on + 3) % 7) + 7) % 7] as Weekday

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
