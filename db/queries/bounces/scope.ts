import type { ISql } from 'postgres'
import type { BounceFilter } from '@/lib/analytics/filter'
import { CATEGORY_IDS } from '@/lib/bounce/categories'
import { familyOf } from '@/lib/bounce/families'
import { isRolledUp as filterIsRolledUp } from '@/db/queries/analytics/rollup'
import { resolveSearch, type Search } from './search'

/** A filter ready to be asked: in which workspace and zone, and what its search words stand for there. */
export interface Scope {
  workspaceId: string
  timeZone: string
  filter: BounceFilter
  search: Search | null
}

/** Makes a scope of a filter; looks the search words up once, so that list, count and export agree. */
export async function openScope(
  sql: ISql,
  workspace: { id: string; timeZone: string },
  filter: BounceFilter,
): Promise<Scope> {
  const search = filter.q?.trim() ? await resolveSearch(sql, workspace.id, filter.q) : null
  return { workspaceId: workspace.id, timeZone: workspace.timeZone, filter, search }
}

/** The categories that category and family filters leave, or null where neither is set. */
export function wantedCategories({ categories, families }: BounceFilter): string[] | null {
  if (categories.length === 0 && families.length === 0) return null
  const all = categories.length > 0 ? categories : [...CATEGORY_IDS, 'unclassified']
  if (families.length === 0) return all
  const wanted = new Set<string>(families)
  return all.filter((category) => wanted.has(familyOf(category)))
}

/** Whether day totals alone can answer the scope; else the rows have to be counted. Typed words stand in its search. */
export function isRolledUp({ filter, search }: Scope): boolean {
  return !search && filterIsRolledUp({ ...filter, q: undefined })
}

/** Whether one condition's own index already gives the rows by time. */
export function isOrdered({ filter, search }: Scope): boolean {
  if (filter.template || filter.unverified || filter.campaigns.length === 1) return true
  if (!search || search.prefix || search.templates.length > 0) return false
  return search.recipient !== null || search.domain !== null
}
