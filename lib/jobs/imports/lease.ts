import type { Sql } from 'postgres'
import type { ImportState } from '@/db/schema'
import type { ImportCounts, ImportProgress } from '@/lib/ingest/counts'
import { isFree, leaseEnd, Stale } from '../lease'
import type { Checkpoint, Deps, Taken, Tx, Work } from './work'

/** Progress is told here; the payload is `workspaceId importId`. */
export const IMPORTS_CHANNEL = 'rebound_imports'
/** A worker that died is followed by another after so long, and the pause of a sweep. */
export const LEASE_SECONDS = 15
/** An import that was taken so often without a step of progress has failed. */
export const MAX_TRIES = 3

const GAVE_UP = 'Rebound stopped three times at the same place of this file.'

interface Row {
  workspaceId: string
  importId: string
}

/** Imports that no living worker holds, oldest first. */
export async function waitingImports(sql: Sql, limit: number): Promise<Row[]> {
  return sql<Row[]>`
    select workspace_id as "workspaceId", id as "importId" from imports
    where state in ('staging', 'importing', 'undoing') and ${isFree(sql)}
    order by started_at nulls first, created_at limit ${limit}`
}

/** Takes an import for this worker; null where it is not to be worked on, is held by another, or has now failed for good. */
export async function takeImport(sql: Sql, { workspaceId, importId }: Row): Promise<Taken | null> {
  const [row] = await sql<{ fence: number; tries: number; lastError: string | null }[]>`
    update imports set fence = fence + 1, tries = tries + 1, started_at = coalesce(started_at, now()),
      lease_until = ${leaseEnd(sql, LEASE_SECONDS)}
    where workspace_id = ${workspaceId} and id = ${importId} and state in ('staging', 'importing', 'undoing')
      and ${isFree(sql)}
    returning fence, tries, checkpoint->>'lastError' as "lastError"`
  if (!row) return null
  const taken = { workspaceId, importId, fence: row.fence }
  if (row.tries <= MAX_TRIES) return taken
  await failImport(sql, taken, row.lastError ?? GAVE_UP)
  return null
}

/** Loads an import that this worker holds; null where it holds it no more or nothing is left to do. */
export async function loadWork(sql: Sql, { workspaceId, importId, fence }: Taken): Promise<Work | null> {
  const [row] = await sql<Work[]>`
    select i.state, i.settings, i.checkpoint, i.counts, i.progress, i.upload_id as "uploadId",
      u.size::float8 as size, u.gzip, w.time_zone as "timeZone"
    from imports i
    join workspaces w on w.id = i.workspace_id
    join uploads u on u.workspace_id = i.workspace_id and u.id = i.upload_id
    where i.workspace_id = ${workspaceId} and i.id = ${importId} and i.fence = ${fence}
      and i.state in ('staging', 'importing', 'undoing')`
  return row ?? null
}

export interface Step {
  checkpoint: Checkpoint
  progress?: ImportProgress | null
  counts?: ImportCounts
  /** Given where the step ends a phase. */
  state?: ImportState
  finished?: boolean
  /** Set where a step only prepares: it is no progress that forgives earlier tries. */
  prepares?: boolean
}

/** Writes a step's checkpoint in the step's own transaction; throws `Stale` where the import is no longer this worker's. */
export async function saveStep(tx: Tx, taken: Taken, step: Step): Promise<void> {
  const { workspaceId, importId, fence } = taken
  const ended = step.state !== undefined && !['staging', 'importing', 'undoing'].includes(step.state)
  const result = await tx`
    update imports set checkpoint = ${tx.json(step.checkpoint as never)}, tries = ${step.prepares ? tx`tries` : 1},
      lease_until = ${ended ? null : leaseEnd(tx, LEASE_SECONDS)}
      ${step.state ? tx`, state = ${step.state}` : tx``}
      ${step.progress === undefined ? tx`` : tx`, progress = ${step.progress === null ? null : tx.json(step.progress as never)}`}
      ${step.counts ? tx`, counts = ${tx.json(step.counts as never)}` : tx``}
      ${step.finished ? tx`, finished_at = now()` : tx``}
    where workspace_id = ${workspaceId} and id = ${importId} and fence = ${fence}
      and state in ('staging', 'importing', 'undoing')`
  if (result.count === 0) throw new Stale()
  await tellProgress(tx, workspaceId, importId)
}

/** Tells listeners, at commit, that an import changed. */
export async function tellProgress(sql: Sql | Tx, workspaceId: string, importId: string): Promise<void> {
  await sql`select pg_notify(${IMPORTS_CHANNEL}, ${`${workspaceId} ${importId}`})`
}

/** Gives an import back at the end of a slice: any worker may go on at once. */
export async function releaseImport(sql: Sql, { workspaceId, importId, fence }: Taken): Promise<void> {
  await sql`
    update imports set lease_until = null, tries = greatest(tries - 1, 0)
    where workspace_id = ${workspaceId} and id = ${importId} and fence = ${fence}`
}

/** Ends an import as failed, with the sentence a person reads. What it had stored stays until it is retried or undone. */
export async function failImport(
  sql: Sql,
  { workspaceId, importId, fence }: Taken,
  why: string,
): Promise<void> {
  await sql`
    update imports set state = 'failed', failure = ${why}, progress = null, lease_until = null, finished_at = now()
    where workspace_id = ${workspaceId} and id = ${importId} and fence = ${fence}
      and state in ('staging', 'importing', 'undoing')`
  await tellProgress(sql, workspaceId, importId)
}

/** Notes an error of this worker's try; the third in vain ends the import as failed. */
export async function noteError(sql: Sql, taken: Taken, why: string): Promise<void> {
  const { workspaceId, importId, fence } = taken
  const [row] = await sql<{ tries: number }[]>`
    update imports set lease_until = null, checkpoint = jsonb_set(checkpoint, '{lastError}', to_jsonb(${why}::text))
    where workspace_id = ${workspaceId} and id = ${importId} and fence = ${fence} returning tries`
  if (row && row.tries >= MAX_TRIES) await failImport(sql, taken, why)
}

/** The point at which tests let a worker die. */
export async function at(deps: Deps, point: string): Promise<void> {
  await deps.fault?.(point)
}
