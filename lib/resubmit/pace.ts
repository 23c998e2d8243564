import { z } from 'zod'

const minutes = z.int().min(0).max(1440)

/** How fast a batch is handed over. */
export const paceSchema = z
  .object({
    /** Contacts per sending account and day. */
    perDay: z.int().min(1).max(2000),
    /** Seconds between two mails of an account, at least and at most. */
    gap: z.tuple([z.int().min(0).max(3600), z.int().min(0).max(3600)]),
    /** Working hours as minutes after midnight in the workspace's zone. */
    from: minutes,
    to: minutes,
    /** Working days, 0 for Monday. */
    days: z.array(z.int().min(0).max(6)).min(1).max(7),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'The day must end after it begins.' })
  .refine(({ gap }) => gap[0] <= gap[1], { path: ['gap'], message: 'The longest gap is below the shortest.' })
export type Pace = z.infer<typeof paceSchema>

export const DEFAULT_PACE: Pace = { perDay: 25, gap: [40, 120], from: 540, to: 1020, days: [0, 1, 2, 3, 4] }

/** A file takes a day's contacts at once, at any hour: its tool keeps hours and gaps. */
export function wholeDayPace(pace: Pace): Pace {
  return { ...pace, from: 0, to: 1440, gap: [0, 0] }
}

/** Gaps to choose from. */
export const GAPS: readonly Pace['gap'][] = [
  [0, 0],
  [10, 30],
  [40, 120],
  [120, 300],
  [300, 900],
]

/** Working hours to choose from. */
export const HOURS: readonly (readonly [from: number, to: number])[] = [
  [540, 1020],
  [480, 1080],
  [420, 1140],
  [600, 960],
  [0, 1440],
]

/** Working days to choose from, with their names. */
export const DAYS: readonly { days: Pace['days']; name: string }[] = [
  { days: [0, 1, 2, 3, 4], name: 'Monday – Friday' },
  { days: [1, 2, 3], name: 'Tuesday – Thursday' },
  { days: [0, 1, 2, 3, 4, 5], name: 'Monday – Saturday' },
  { days: [0, 1, 2, 3, 4, 5, 6], name: 'Every day' },
]

const two = (n: number) => String(n).padStart(2, '0')

/** Minutes after midnight as `09:00`. */
export function clockText(at: number): string {
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`
}

/** A gap as a person reads it: `40–120 seconds`, `5–15 minutes`, `No gap`. */
export function gapText([least, most]: Pace['gap']): string {
  if (most === 0) return 'No gap'
  return least >= 120 ? `${least / 60}–${most / 60} minutes` : `${least}–${most} seconds`
}
