/** Seconds before each try, as the Standard Webhooks specification proposes: at once, then over three days. */
export const RETRY_SECONDS = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** Nobody may make us wait longer. */
const LONGEST_WAIT = 86_400

/**
 * Seconds until the next try after `attempts` failed ones, ± 10 % by `random` (0 to 1), and not before the receiver asked for; null
 * where all are used up.
 */
export function secondsToNextTry(attempts: number, random: number, retryAfter: number | null): number | null {
  const seconds = RETRY_SECONDS[attempts]
  if (seconds === undefined) return null
  const spread = seconds * (0.9 + 0.2 * random)
  return Math.max(spread, Math.min(retryAfter ?? 0, LONGEST_WAIT))
}

/** What a `Retry-After` header asks for, in seconds from now; null where it says nothing useful. */
export function readRetryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim()
  if (!text) return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
