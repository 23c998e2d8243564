import type { ISql } from 'postgres'
import type { DneFilter } from '@/lib/dne/filter'
import { matchingReasons } from './matching'

interface Step {
  /** The last value of the step before; '' for the first. */
  after: string
  limit: number
}

/** The next values that a filter has, in order: an export goes through the list in such steps. */
export async function valuesMatching(
  sql: ISql,
  workspace: { id: string; timeZone: string },
  filter: DneFilter,
  { now, after, limit }: Step & { now: Date },
): Promise<string[]> {
  const rows = await sql<{ value: string }[]>`
    select distinct r.value from dne_reasons r
    where ${matchingReasons(sql, workspace, filter, now)} and r.value > ${after} order by r.value limit ${limit}`
  return rows.map(({ value }) => value)
}

/** The same of chosen entries. */
export async function valuesById(
  sql: ISql,
  workspaceId: string,
  ids: readonly string[],
  { after, limit }: Step,
): Promise<string[]> {
  const rows = await sql<{ value: string }[]>`
    select distinct r.value from dne_reasons r
    where r.workspace_id = ${workspaceId} and r.entry_id = any(${ids as string[]}::uuid[]) and r.value > ${after}
    order by r.value limit ${limit}`
  return rows.map(({ value }) => value)
}
