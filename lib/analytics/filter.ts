import { isCategoryId } from '@/lib/bounce/categories'
import { FAMILIES } from '@/lib/bounce/families'
import type { BounceType } from '@/lib/bounce/types'
import { CELLS } from './cells'
import { isDay, type Day } from './day'
import { DEFAULT_PRESET, lastDays, presetOf, PRESETS, type Range } from './range'

/** Which bounces are looked at. Within a list any value fits; between lists all must. */
export interface BounceFilter extends Range {
  accounts: string[]
  categories: string[]
  families: string[]
  providers: string[]
  campaigns: string[]
  types: BounceType[]
  /** A reply's template. */
  template?: string
  importId?: string
  /** Only bounces of reports that may be forged. */
  unverified?: true
  q?: string
}

/** Every bounce of these days. */
export function allIn({ from, to }: Range): BounceFilter {
  return { from, to, accounts: [], categories: [], families: [], providers: [], campaigns: [], types: [] }
}

/** The filter as the URL names it; lists are joined by commas there. */
export interface FilterParams {
  from?: string | null
  to?: string | null
  range?: string | null
  account?: readonly string[] | null
  category?: readonly string[] | null
  family?: readonly string[] | null
  provider?: readonly string[] | null
  campaign?: readonly string[] | null
  type?: readonly string[] | null
  reply?: string | null
  import?: string | null
  unverified?: string | null
  q?: string | null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const families = new Set<string>(FAMILIES.map((family) => family.id))

/** In the URL, the unknown account and the missing campaign; both are '' in the filter. */
const NONE = '-'
const YES = '1'
const named = (list: readonly string[] | null | undefined) =>
  unique(list).map((value) => (value === NONE ? '' : value))
const unique = (list: readonly string[] | null | undefined) => [...new Set(list ?? [])]
const uuid = (text: string | null | undefined) => (text && UUID.test(text) ? text.toLowerCase() : undefined)

function rangeOf(params: FilterParams, today: Day): Range {
  const { from, to } = params
  if (from && isDay(from)) {
    const end = to && isDay(to) ? to : today
    return from <= end ? { from, to: end } : { from: end, to: from }
  }
  const preset = PRESETS.find((n) => String(n) === params.range) ?? DEFAULT_PRESET
  return lastDays(today, preset)
}

/** Reads a filter out of URL parameters: what is not known is left out, never an error. */
export function filterOf(params: FilterParams, today: Day): BounceFilter {
  const q = params.q?.trim()
  const template = uuid(params.reply)
  const importId = uuid(params.import)
  return {
    ...rangeOf(params, today),
    accounts: named(params.account),
    categories: unique(params.category).filter((id) => id === 'unclassified' || isCategoryId(id)),
    families: unique(params.family).filter((id) => families.has(id)),
    providers: unique(params.provider),
    campaigns: named(params.campaign),
    types: unique(params.type).filter((type): type is BounceType => type === 'hard' || type === 'soft'),
    ...(template && { template }),
    ...(importId && { importId }),
    ...(params.unverified === YES && { unverified: true as const }),
    ...(q && { q }),
  }
}

/** The URL's query of a filter, without the question mark; a preset is written as such, the default not at all. */
export function filterQuery(filter: BounceFilter, today: Day): string {
  const preset = presetOf(filter, today)
  const time = preset === null ? daysQuery(filter) : preset === DEFAULT_PRESET ? '' : `range=${preset}`
  return [time, dimensionQuery(filter)].filter(Boolean).join('&')
}

/** The part of the query that names days. */
export function daysQuery({ from, to }: Range): string {
  return `from=${from}&to=${to}`
}

/** The part of the query that names everything but the time. */
export function dimensionQuery(filter: BounceFilter): string {
  const lists = {
    account: filter.accounts,
    category: filter.categories,
    family: filter.families,
    provider: filter.providers,
    campaign: filter.campaigns,
    type: filter.types,
    reply: filter.template ? [filter.template] : [],
    import: filter.importId ? [filter.importId] : [],
    unverified: filter.unverified ? [YES] : [],
  }
  const query = Object.entries(lists)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}=${values.map(escapeValue).join(',')}`)
  return [...query, filter.q ? `q=${encodeURIComponent(filter.q)}` : ''].filter(Boolean).join('&')
}

/** A comma inside a value is escaped twice, as the URL's reader undoes it once before and once after splitting. */
function escapeValue(value: string): string {
  if (value === '') return NONE
  return encodeURIComponent(value.replaceAll(',', '%2C')).replaceAll('%40', '@')
}

/** Whether anything but the time narrows the view. */
export function isNarrowed(filter: BounceFilter): boolean {
  return countFilters(filter) > 0 || Boolean(filter.q)
}

/** How many things beside time and words narrow the view. */
export function countFilters(filter: BounceFilter): number {
  const { accounts, categories, families, providers, campaigns, types, template, importId, unverified } =
    filter
  const lists = [accounts, categories, families, providers, campaigns, types]
  return (
    lists.filter((list) => list.length > 0).length + [template, importId, unverified].filter(Boolean).length
  )
}

/** The 1-based cells of the rollups a filter asks for; null where it asks for all. */
export function selectedCells(
  filter: Pick<BounceFilter, 'categories' | 'families' | 'types'>,
): number[] | null {
  const { categories, families: wanted, types } = filter
  if (categories.length + wanted.length + types.length === 0) return null
  return CELLS.filter(
    (cell) =>
      (categories.length === 0 || categories.includes(cell.category)) &&
      (wanted.length === 0 || wanted.includes(cell.family)) &&
      (types.length === 0 || (cell.type !== '' && types.includes(cell.type))),
  ).map((cell) => cell.index)
}
