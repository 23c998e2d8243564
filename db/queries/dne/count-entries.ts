import type { ISql } from 'postgres'
import type { DneFilter } from '@/lib/dne/filter'
import { recent } from '@/lib/recent'
import { gatherable } from './gatherable'
import { foundReasons, matchingReasons } from './matching'

/** Counting further takes longer than anybody looks at the figure. */
const MOST = 100_000

/** How many addresses and domains are listed now: a kept counter, and the holds that stand. */
export async function countListed(sql: ISql, workspaceId: string, now: Date): Promise<number> {
  return (await countHolds(sql, workspaceId, now)).listed
}

interface Listed {
  listed: number
  holds: number
}

const lately = recent<Listed>({ keptMs: 30_000, isDear: ({ holds }) => holds > 10_000 })

/** The same for every page to show: not of this moment where there are very many holds. */
export async function countListedLately(sql: ISql, workspaceId: string, now: Date): Promise<number> {
  return (await lately(workspaceId, now, () => countHolds(sql, workspaceId, now))).listed
}

async function countHolds(sql: ISql, workspaceId: string, now: Date): Promise<Listed> {
  const [row] = await sql<{ forGood: number; holds: number }[]>`
    select coalesce((select for_good from dne_counts where workspace_id = ${workspaceId}), 0) as "forGood",
      (select count(distinct h.value)::int from dne_reasons h
       where h.workspace_id = ${workspaceId} and h.until > ${now} and not exists (select 1 from dne_reasons g
         where g.workspace_id = ${workspaceId} and g.value = h.value and g.until is null)) as holds`
  const { forGood, holds } = row!
  return { listed: forGood + holds, holds }
}

/** How many entries a filter has; exact up to 100,000, and for the whole list. */
export async function countEntries(
  sql: ISql,
  workspace: { id: string; timeZone: string },
  filter: DneFilter,
  now: Date,
): Promise<{ count: number; exact: boolean }> {
  if (isWhole(filter)) return { count: await countListed(sql, workspace.id, now), exact: true }
  const relation = (await gatherable(sql, workspace, filter, now))
    ? sql`(${foundReasons(sql, workspace, filter, now)})`
    : sql`(select * from dne_reasons r where ${matchingReasons(sql, workspace, filter, now)})`
  const [row] = await sql<{ rows: number; n: number }[]>`
    select count(*)::int as rows, count(distinct value)::int as n from
      (select r.value from ${relation} r limit ${MOST + 1}) found`
  return row!.rows > MOST ? { count: row!.n, exact: false } : { count: row!.n, exact: true }
}

function isWhole({ q, reasons, categories, sources, by, from, to, expiring }: DneFilter): boolean {
  const lists = [reasons, categories, sources, by]
  return !q?.trim() && lists.every((list) => list.length === 0) && !from && !to && expiring === undefined
}
