import type { ISql } from 'postgres'
import { cachedFigure } from './cached-figure'

const MOST = 5000

/** The sending accounts of a workspace in order of name, at most 5,000; '' where some bounces name none. */
export async function knownAccounts(sql: ISql, workspaceId: string): Promise<string[]> {
  const rows = await sql<{ address: string }[]>`
    select address from sending_accounts where workspace_id = ${workspaceId} order by address limit ${MOST}`
  return rows.map((row) => row.address)
}

/** The providers that bounces came from, each once. */
export async function knownProviders(sql: ISql, workspaceId: string): Promise<string[]> {
  const rows = await sql<{ provider: string }[]>`
    select distinct provider from provider_days where workspace_id = ${workspaceId} order by provider`
  return rows.map((row) => row.provider)
}

/** The campaigns of a workspace in order of name, at most 5,000; walks the index from one name to the next. */
export function knownCampaigns(sql: ISql, workspaceId: string): Promise<string[]> {
  return cachedFigure(sql, workspaceId, 'campaigns', async () => {
    const rows = await sql<{ campaign: string }[]>`
      with recursive names as (
        (select campaign from bounces where workspace_id = ${workspaceId} order by campaign limit 1)
        union all
        select (select b.campaign from bounces b
                where b.workspace_id = ${workspaceId} and b.campaign > names.campaign order by b.campaign limit 1)
        from names where names.campaign is not null)
      select campaign from names where campaign is not null limit ${MOST}`
    return rows.map((row) => row.campaign)
  })
}
