import type { Sql } from 'postgres'
import type { ImportState } from '@/db/schema'
import type { ImportProgress } from '@/lib/ingest/counts'

export interface StateAndProgress {
  state: ImportState
  progress: ImportProgress | null
}

/** State and progress of one import, by its key alone. */
export async function loadProgress(
  sql: Sql,
  workspaceId: string,
  importId: string,
): Promise<StateAndProgress | null> {
  const [row] = await sql<StateAndProgress[]>`
    select state, progress from imports where workspace_id = ${workspaceId} and id = ${importId}`
  return row ?? null
}
