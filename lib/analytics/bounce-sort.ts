export const BOUNCE_SORT_KEYS = ['received', 'recipient', 'account', 'category'] as const
export type BounceSortKey = (typeof BOUNCE_SORT_KEYS)[number]

export interface BounceSort {
  key: BounceSortKey
  direction: 'asc' | 'desc'
}

export const DEFAULT_SORT: BounceSort = { key: 'received', direction: 'desc' }

/** Reads `recipient` or `-received` from a URL; anything else is the default, newest first. */
export function parseBounceSort(text: string | null | undefined): BounceSort {
  const descending = text?.startsWith('-') ?? false
  const key = BOUNCE_SORT_KEYS.find((each) => each === (descending ? text?.slice(1) : text))
  return key ? { key, direction: descending ? 'desc' : 'asc' } : DEFAULT_SORT
}

/** The sort as it stands in a URL. */
export function formatBounceSort(sort: BounceSort): string {
  return sort.direction === 'desc' ? `-${sort.key}` : sort.key
}
