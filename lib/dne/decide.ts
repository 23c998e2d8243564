import { countsAgainst, HOLD_WINDOW_DAYS, type CategoryRule, type DnePolicy } from './policy'

/** A bounce as far as the list is concerned. */
export interface PastBounce {
  at: Date
  key: string
  category: string
  bounceType: 'hard' | 'soft' | ''
  /** False where the report may be forged. */
  verified: boolean
  /** True within a burst at its mailbox provider, which a person is to look at first. */
  guarded: boolean
}

/** What people decided about the address: bounces up to then count no more, or for no suggestion. */
export interface Clearance {
  clearedAt: Date | null
  dismissedAt: Date | null
}

export type SuggestionKind = 'repeated' | 'outage' | 'unverified'

interface Evidence {
  category: string
  at: Date
  key: string
}

export interface Decision {
  /** Listed for good (`until` null) or resting until then; null: not listed by its bounces. */
  listing: (Evidence & { until: Date | null }) | null
  suggestion: (Evidence & { kind: SuggestionKind }) | null
}

const DAY = 86_400_000

/**
 * What the bounces of one address come to under a policy: the twin, for tests and explanations, of the SQL that settles many
 * addresses at once.
 */
export function decide(
  history: readonly PastBounce[],
  policy: DnePolicy,
  { clearedAt, dismissedAt }: Clearance,
  now: Date,
): Decision {
  const counting = history
    .filter((each) => policy.categories[each.category] && (!clearedAt || each.at > clearedAt))
    .toSorted(inOrder)
  const firm = counting.filter((each) => each.verified && !each.guarded)
  const listed = firm.find((each) => isListing(each, firm, policy))
  if (listed) return { listing: { ...evidence(listed), until: null }, suggestion: null }
  const open = counting.filter((each) => !dismissedAt || each.at > dismissedAt)
  return { listing: latestHold(firm, policy, now), suggestion: latestSuggestion(open, policy) }
}

function isListing(bounce: PastBounce, firm: readonly PastBounce[], policy: DnePolicy): boolean {
  const rule = policy.categories[bounce.category]!
  return rule.list === 'at_once' && (bounce.bounceType === 'hard' || reaches(bounce, firm, rule))
}

/** Whether this is the so-and-so-many-th of its category in the days the rule names. */
function reaches(bounce: PastBounce, among: readonly PastBounce[], { after }: CategoryRule): boolean {
  const same = among.filter((each) => each.category === bounce.category)
  const first = same[same.indexOf(bounce) - (after.bounces - 1)]
  return (
    first !== undefined &&
    (after.days === null || first.at.getTime() > bounce.at.getTime() - after.days * DAY)
  )
}

function latestHold(firm: readonly PastBounce[], policy: DnePolicy, now: Date): Decision['listing'] {
  let latest: Decision['listing'] = null
  for (const bounce of firm) {
    const { holdDays } = policy.categories[bounce.category]!
    if (holdDays.length === 0) continue
    const nth = countsAgainst(bounce.category) ? ordinal(bounce, firm) : 1
    const days = holdDays[Math.min(nth, holdDays.length) - 1]!
    const until = new Date(bounce.at.getTime() + days * DAY)
    if (until > now && (!latest || until >= latest.until!)) latest = { ...evidence(bounce), until }
  }
  return latest
}

/** The how-many-th of its category in 30 days; those of the same second count as one moment. */
function ordinal(bounce: PastBounce, firm: readonly PastBounce[]): number {
  const from = bounce.at.getTime() - HOLD_WINDOW_DAYS * DAY
  return firm.filter(
    (each) => each.category === bounce.category && each.at <= bounce.at && each.at.getTime() >= from,
  ).length
}

function latestSuggestion(open: readonly PastBounce[], policy: DnePolicy): Decision['suggestion'] {
  const firm = open.filter((each) => each.verified && !each.guarded)
  const last = open.findLast((each) => suggestionKind(each, firm, policy) !== null)
  return last ? { ...evidence(last), kind: suggestionKind(last, firm, policy)! } : null
}

function suggestionKind(
  bounce: PastBounce,
  firm: readonly PastBounce[],
  policy: DnePolicy,
): SuggestionKind | null {
  const rule = policy.categories[bounce.category]!
  if (rule.list === 'at_once') {
    if (bounce.bounceType !== 'hard') return null
    return !bounce.verified ? 'unverified' : bounce.guarded ? 'outage' : null
  }
  if (rule.list !== 'suggest' || !bounce.verified || bounce.guarded || !countsAgainst(bounce.category))
    return null
  return reaches(bounce, firm, rule) ? 'repeated' : null
}

function evidence({ category, at, key }: PastBounce): Evidence {
  return { category, at, key }
}

function inOrder(a: PastBounce, b: PastBounce): number {
  return a.at.getTime() - b.at.getTime() || (a.key < b.key ? -1 : 1)
}
