import { momentOf, spread, type SampleDay } from './calendar'
import type { Random } from './random'
import { blockListReplies, quotaReplies, repliesOf, spfReplies, type SampleReply } from './replies'

/** Something that went wrong for one account, on top of its ordinary days. */
export interface Incident {
  account: string
  count: number
  replies: readonly SampleReply[]
  /** The days it lasted, as indexes; `firstAt` is the second of the first day at which it began. */
  days: readonly number[]
  firstAt: number
  campaign: string
}

const TUESDAY = 1
const WEDNESDAY = 2
const between = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** The last Tuesday that has at least one whole working day behind it. */
function recentTuesday(days: readonly SampleDay[]): number {
  for (let i = days.length - 3; i > 0; i--) if (days[i]!.weekday === TUESDAY) return i
  return 0
}

/** A Wednesday about two weeks ago: the quota problem lasts until that Friday. */
function quotaWednesday(days: readonly SampleDay[]): number {
  for (let i = days.length - 13; i > 0; i--) if (days[i]!.weekday === WEDNESDAY) return i
  return 0
}

/** The three incidents of the sample: a block list, a daily limit, an SPF record. */
export function sampleIncidents(days: readonly SampleDay[]): Incident[] {
  const last = days.length - 1
  const tuesday = recentTuesday(days)
  const wednesday = quotaWednesday(days)
  return [
    {
      account: 'anna@acme.io',
      count: 402,
      replies: repliesOf(blockListReplies),
      days: between(tuesday, last),
      firstAt: 9 * 3600 + 12 * 60,
      campaign: 'DACH manufacturing Q4',
    },
    {
      account: 'marcus@acme.io',
      count: 446,
      replies: repliesOf(quotaReplies),
      days: between(wednesday, wednesday + 2),
      firstAt: 11 * 3600,
      campaign: 'Series B founders',
    },
    {
      account: 'jonas@acme.io',
      count: 251,
      replies: repliesOf(spfReplies),
      days: between(Math.max(0, last - 7), last),
      firstAt: 8 * 3600,
      campaign: 'Logistics DACH',
    },
  ]
}

/** The moments of an incident by day index; their number adds up to its count exactly. */
export function incidentMoments(
  incident: Incident,
  days: readonly SampleDay[],
  random: Random,
): Map<number, number[]> {
  const counts = spread(
    incident.count,
    incident.days.map((i) => days[i]!),
  )
  return new Map(
    incident.days.map((i, nth) => {
      const day = days[i]!
      const from = Math.min(incident.firstAt, Math.max(0, day.until - day.start - 60))
      return [i, Array.from({ length: counts[nth]! }, () => momentOf(day, random, from))]
    }),
  )
}
