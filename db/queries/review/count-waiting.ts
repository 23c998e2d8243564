import type { ISql } from 'postgres'
import { cachedFigure } from '@/db/queries/analytics/cached-figure'

/** How many replies (templates) wait for a person. */
export function countWaiting(sql: ISql, workspaceId: string): Promise<number> {
  return cachedFigure(sql, workspaceId, 'waiting replies', async () => {
    const rows = await sql<{ n: number }[]>`
      select count(distinct template_id)::int as n from bounces
      where workspace_id = ${workspaceId} and category = 'unclassified'
        and template_id not in (select template_id from template_rules where workspace_id = ${workspaceId})`
    return rows[0]!.n
  })
}
