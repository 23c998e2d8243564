import type { ISql, JSONValue } from 'postgres'
import { countDays } from '@/lib/analytics/day'
import { filterQuery, type BounceFilter } from '@/lib/analytics/filter'

const running = new Map<string, Promise<unknown>>()

/**
 * A figure too dear to count on every view: counted when first asked after a change of the workspace's bounces, then
 * kept with the data version it is exact for. Several who ask at once wait for one count.
 */
export async function cachedFigure<T extends JSONValue>(
  sql: ISql,
  workspaceId: string,
  key: string,
  count: () => Promise<T>,
): Promise<T> {
  const rows = await sql<{ version: number; value: T | null }[]>`
    select w.data_version as version, c.value from workspaces w
    left join cached_figures c on c.workspace_id = w.id and c.key = ${key} and c.data_version = w.data_version
    where w.id = ${workspaceId}`
  const known = rows[0]
  if (!known) return count()
  if (known.value !== null) return known.value
  const name = `${workspaceId} ${known.version} ${key}`
  const already = running.get(name) as Promise<T> | undefined
  if (already) return already
  const counting = count()
    .then((value) => keep(sql, workspaceId, key, known.version, value))
    .finally(() => running.delete(name))
  running.set(name, counting)
  return counting
}

/** Keeps the value unless the data has changed while it was counted; figures of older data go. */
async function keep<T extends JSONValue>(
  sql: ISql,
  workspaceId: string,
  key: string,
  version: number,
  value: T,
): Promise<T> {
  await sql`
    insert into cached_figures (workspace_id, key, data_version, value)
    select id, ${key}, data_version, ${sql.json(value)} from workspaces
    where id = ${workspaceId} and data_version = ${version}
    on conflict (workspace_id, key) do update set data_version = excluded.data_version, value = excluded.value`
  await sql`delete from cached_figures where workspace_id = ${workspaceId} and data_version < ${version}`
  return value
}

/** Ranges up to this are summed on every view; longer ones once per change of the data. */
const SUMMED_DAYS = 100

/** A figure over a filter's days, summed anew or kept, whichever is faster for its range. */
export function figureOf<T extends JSONValue>(
  sql: ISql,
  workspaceId: string,
  name: string,
  filter: BounceFilter,
  count: () => Promise<T>,
): Promise<T> {
  if (countDays(filter.from, filter.to) <= SUMMED_DAYS) return count()
  return cachedFigure(sql, workspaceId, figureKey(name, filter), count)
}

/** The key of a kept figure: its name and its filter, without the filter's relation to today. */
export function figureKey(name: string, filter: BounceFilter): string {
  return `${name}?${filterQuery(filter, '')}`
}
