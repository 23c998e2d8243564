import type { ISql } from 'postgres'
import { readRetention, type Retention } from '@/lib/retention'

/** For how long a workspace keeps what goes by itself. */
export async function loadRetention(sql: ISql, workspaceId: string): Promise<Retention> {
  const [row] = await sql<{ days: unknown }[]>`select days from retention where workspace_id = ${workspaceId}`
  return readRetention(row?.days)
}
