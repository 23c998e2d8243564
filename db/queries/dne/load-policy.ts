import type { ISql } from 'postgres'
import { readPolicy, type DnePolicy } from '@/lib/dne/policy'

/** The workspace's policy; the defaults where nobody changed it. */
export async function loadPolicy(sql: ISql, workspaceId: string): Promise<DnePolicy> {
  const rows = await sql<{ policy: unknown }[]>`
    select policy from dne_policies where workspace_id = ${workspaceId}`
  return readPolicy(rows[0]?.policy ?? null)
}
