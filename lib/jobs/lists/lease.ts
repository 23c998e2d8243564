import type { Sql, TransactionSql } from 'postgres'
import { isFree, leaseEnd, Stale } from '@/lib/jobs/lease'
import type { ListChoices, ListProgress } from '@/lib/ingest/lists/counts'
import type { ListSettings } from '@/lib/ingest/lists/types'

type Tx = TransactionSql

const MAX_TRIES = 3
const GAVE_UP = 'Rebound stopped three times at the same place of this file.'

/** What the steps need from outside. */
export interface ListDeps {
  sql: Sql
  /** True once the worker is to stop after the step at hand. */
  stopping?: () => boolean
  /** Called where a killed process would leave its mark; tests throw there. */
  fault?: (point: string) => void | Promise<void>
}

export interface ListFilePlace {
  workspaceId: string
  fileId: string
}

/** A file in the hands of this worker: with an older fence nothing can be written. */
export interface TakenFile extends ListFilePlace {
  fence: number
  state: 'reading' | 'storing'
  purpose: 'list' | 'check'
  uploadId: string
  gzip: boolean
  size: number
  name: string
  settings: ListSettings
  choices: ListChoices
  checkpoint: StoringCheckpoint | null
  actId: string | null
  createdBy: string
  timeZone: string
}

/** Where storing goes on: behind this entry of the merged stage. */
export interface StoringCheckpoint {
  actorId: string
  n: number
  added: number
  /** Entries in the merged stage. */
  total: number
}

/** Files that no living worker holds, oldest first. */
export async function waitingFiles(sql: Sql, limit: number): Promise<ListFilePlace[]> {
  return sql<ListFilePlace[]>`
    select workspace_id as "workspaceId", id as "fileId" from list_files
    where state in ('reading', 'storing') and ${isFree(sql)}
    order by created_at limit ${limit}`
}

/** Takes a file for this worker; null where there is nothing to do, another holds it, or it has now failed for good. */
export async function takeFile(sql: Sql, { workspaceId, fileId }: ListFilePlace): Promise<TakenFile | null> {
  const [row] = await sql<(TakenFile & { tries: number })[]>`
    update list_files f set fence = fence + 1, tries = tries + 1,
      lease_until = ${leaseEnd(sql)}
    from uploads u, workspaces w
    where f.workspace_id = ${workspaceId} and f.id = ${fileId} and f.state in ('reading', 'storing')
      and ${isFree(sql)}
      and u.workspace_id = f.workspace_id and u.id = f.upload_id and w.id = f.workspace_id
    returning f.workspace_id as "workspaceId", f.id as "fileId", f.fence, f.tries, f.state, f.purpose, f.name,
      f.upload_id as "uploadId", u.gzip, u.size::float8 as size, f.settings, f.choices, f.checkpoint,
      f.act_id as "actId", f.created_by as "createdBy", w.time_zone as "timeZone"`
  if (!row) return null
  const { tries, ...taken } = row
  if (tries <= MAX_TRIES) return taken
  await failFile(sql, taken, GAVE_UP)
  return null
}

/** Tells how far the work is and keeps the file; throws `Stale` where it is no longer this worker's. */
export async function keepFile(sql: Sql | Tx, taken: TakenFile, progress: ListProgress): Promise<void> {
  const result = await sql`
    update list_files set progress = ${sql.json({ ...progress })}, tries = 1,
      lease_until = ${leaseEnd(sql)}
    where workspace_id = ${taken.workspaceId} and id = ${taken.fileId} and fence = ${taken.fence}`
  if (result.count === 0) throw new Stale()
}

/** Ends the reading with its counts. */
export async function endReading(tx: Tx | Sql, taken: TakenFile, counts: object): Promise<void> {
  const result = await tx`
    update list_files set state = 'read', counts = ${tx.json(counts as never)}, progress = null, lease_until = null
    where workspace_id = ${taken.workspaceId} and id = ${taken.fileId} and fence = ${taken.fence} and state = 'reading'`
  if (result.count === 0) throw new Stale()
}

/** Gives a file back at the end of a slice, or after an error: any worker may go on at once. */
export async function releaseFile(sql: Sql, taken: TakenFile, failed: boolean): Promise<void> {
  await sql`
    update list_files set lease_until = null, tries = case when ${failed} then tries else greatest(tries - 1, 0) end
    where workspace_id = ${taken.workspaceId} and id = ${taken.fileId} and fence = ${taken.fence}`
}

/** Ends a file as failed, with the sentence a person reads. */
export async function failFile(
  sql: Sql,
  taken: ListFilePlace & { fence: number },
  why: string,
): Promise<void> {
  await sql`
    update list_files set state = 'failed', failure = ${why}, progress = null, lease_until = null
    where workspace_id = ${taken.workspaceId} and id = ${taken.fileId} and fence = ${taken.fence}
      and state in ('reading', 'storing')`
}
