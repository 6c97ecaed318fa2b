/** What a label says that the value beside or below it is. */
export const concepts = [
  'departure',
  'arrival',
  'from',
  'to',
  'outbound',
  'inbound',
  'date',
  'time',
  'number',
  'reference',
  'name',
  'seat',
  'coach',
  'cabin',
  'terminal',
  'checkIn',
  'checkOut',
  'pickUp',
  'dropOff',
  'meet',
  'office',
  'driver',
  'phone',
  'guests',
  'total',
  'price',
  'hotel',
  'restaurant',
  'venue',
  'event',
  'address',
  'provider',
  'route',
  'cancelBy',
  'checkInBy',
  'old',
  'new',
  'duration',
  /** What is no field of a segment: when it was booked, the ticket's number, baggage, gates, papers of tax. */
  'aside',
] as const
export type Concept = (typeof concepts)[number]

export const kindsRead = ['flight', 'train', 'bus', 'ferry', 'car', 'ride', 'stay', 'meal', 'meeting'] as const
export type KindRead = (typeof kindsRead)[number]

/** Phrases are parted by a bar; they are compared without case and accents. */
export type Vocabulary = {
  readonly language: string
  /** Words that nearly every letter of this language has and few of another. */
  readonly common: string
  readonly labels: Readonly<Partial<Record<Concept, string>>>
  /** Words that tell what is booked; those that stand alone in a heading begin a part. */
  readonly kinds: Readonly<Partial<Record<KindRead, string>>>
  readonly booked: string
  readonly requested: string
  readonly changed: string
  readonly cancelled: string
  /** What a letter says that sells and confirms nothing. */
  readonly selling: string
  readonly refundable: { readonly yes: string; readonly no: string }
  readonly changeable: { readonly yes: string; readonly no: string }
  readonly nextDay: string
  /** Between the two ends of a way: "to". */
  readonly towards: string
  /** Between a date and a time: "at". */
  readonly at: string
  /** "Dear", "Hello": what stands before a name. */
  readonly greeting: string
  readonly titles: string
  /** Words that are cabins or classes by themselves. */
  readonly cabins: string
  /** Months and weekdays that Intl does not write in this way. */
  readonly months?: Readonly<Record<string, number>>
  readonly weekdays?: Readonly<Record<string, number>>
  readonly currency?: Readonly<Record<string, string>>
}
