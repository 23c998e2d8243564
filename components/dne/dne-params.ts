import {
  createLoader,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server'
import { dneFilterSchema, DNE_SORTS, NO_DNE_FILTER, type DneFilter, type DneSort } from '@/lib/dne/filter'

const list = parseAsArrayOf(parseAsString)

/** `holds`, `good`, or days. */
const ENDS = ['holds', 'good', '1', '7', '30'] as const

/** The URL's state of the Do Not Email list. */
export const dneParsers = {
  q: parseAsString,
  reason: list,
  category: list,
  source: list,
  by: list,
  from: parseAsString,
  to: parseAsString,
  ends: parseAsStringLiteral(ENDS),
  sort: parseAsString,
  cursor: parseAsString,
}

export type DneUrl = inferParserType<typeof dneParsers>

/** Reads the list's state from a page's `searchParams` or a request. */
export const loadDneUrl = createLoader(dneParsers)

/** The filter that the URL asks for; what is none of ours is left out. */
export function dneFilterOf(url: DneUrl): DneFilter {
  const { ends } = url
  const asked: DneFilter = {
    reasons: url.reason ?? [],
    categories: url.category ?? [],
    sources: url.source ?? [],
    by: url.by ?? [],
    ...(url.q ? { q: url.q } : {}),
    ...(url.from ? { from: url.from } : {}),
    ...(url.to ? { to: url.to } : {}),
    ...(ends ? { expiring: ends === 'holds' || ends === 'good' ? ends : Number(ends) } : {}),
  }
  const parsed = dneFilterSchema.safeParse(asked)
  if (parsed.success) return parsed.data
  const unread = new Set(parsed.error.issues.map(({ path }) => path.join(' ')))
  const read = Object.entries(asked).flatMap(([key, value]) => {
    if (unread.has(key)) return []
    return [[key, Array.isArray(value) ? value.filter((_, i) => !unread.has(`${key} ${i}`)) : value]]
  })
  return dneFilterSchema.parse({ ...NO_DNE_FILTER, ...Object.fromEntries(read) })
}

/** The same filter as the query of an address. */
export function dneQuery(filter: DneFilter): string {
  const params = new URLSearchParams()
  if (filter.q) params.set('q', filter.q)
  const lists = { reason: filter.reasons, category: filter.categories, source: filter.sources, by: filter.by }
  for (const [key, values] of Object.entries(lists)) if (values.length > 0) params.set(key, values.join(','))
  if (filter.from) params.set('from', filter.from)
  if (filter.to) params.set('to', filter.to)
  if (filter.expiring !== undefined) params.set('ends', String(filter.expiring))
  return params.toString()
}

/** Whether a filter leaves anything out. */
export function isNarrow(filter: DneFilter): boolean {
  return dneQuery(filter) !== ''
}

/** `-added` newest first, the usual one; `value`, `until` and their opposites. */
export function dneSortOf(text: string | null): DneSort {
  const key = DNE_SORTS.find((each) => each === text?.replace(/^-/, '')) ?? 'added'
  if (text === null || text.replace(/^-/, '') !== key) return { key: 'added', direction: 'desc' }
  return { key, direction: text.startsWith('-') ? 'desc' : 'asc' }
}

/** The sort as the URL has it. */
export function formatDneSort({ key, direction }: DneSort): string {
  return direction === 'desc' ? `-${key}` : key
}
