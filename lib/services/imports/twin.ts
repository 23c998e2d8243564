import type { TransactionSql } from 'postgres'
import { findSameFile, type StoredImport } from '@/db/queries/imports/load-import'
import { emptyCounts, total, type ImportCounts } from '@/lib/ingest/counts'
import { readerSettingsSchema } from '@/lib/ingest/settings'
import { lockFacts } from '@/lib/jobs/imports/facts-lock'
import { settleUpload } from '@/lib/jobs/imports/settle-upload'
import type { Context } from '@/lib/services/context'

export interface Twin {
  importId: string
  counts: ImportCounts
}

/** The standing import of the same bytes under the same settings: every row of this file is known from there, none need be read. */
export async function findTwin(
  tx: TransactionSql,
  workspaceId: string,
  found: StoredImport,
): Promise<Twin | null> {
  const same = await findSameFile(tx, workspaceId, found)
  if (!same || !sameReading(same.settings, found.settings)) return null
  const { records, rows, skipped, rejected, optOuts } = same.counts
  const known = same.counts.new + same.counts.known
  const told = optOuts && {
    known: total({ ...optOuts, unnamed: 0 }),
    new: 0,
    unverified: 0,
    unnamed: optOuts.unnamed,
  }
  const counts = { ...emptyCounts(), records, rows, known, skipped, rejected, ...(told && { optOuts: told }) }
  return { importId: same.importId, counts }
}

/** The time of the upload only bounds what counts as future; what an import took then is stored already. */
function sameReading(a: unknown, b: unknown): boolean {
  const [first, second] = [a, b].map((each) => ({ ...readerSettingsSchema.parse(each), referenceTime: 0 }))
  return JSON.stringify(sorted(first)) === JSON.stringify(sorted(second))
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  return Object.entries(value)
    .filter(([, each]) => each !== 'ignore')
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)])
}

/** Gives a twin the refused records of the import it repeats. */
export async function copyRejects(
  tx: TransactionSql,
  workspaceId: string,
  from: string,
  to: string,
): Promise<void> {
  await tx`delete from import_rejects where workspace_id = ${workspaceId} and import_id = ${to}`
  await tx`
    insert into import_rejects (workspace_id, import_id, seq, line, reason, "column", value, raw)
    select workspace_id, ${to}, seq, line, reason, "column", value, raw from import_rejects
    where workspace_id = ${workspaceId} and import_id = ${from}`
}

/** Settles a file whose every row is known from a standing import; false where that import does not stand any more. */
export async function importTwin(tx: TransactionSql, ctx: Context, found: StoredImport): Promise<boolean> {
  const workspaceId = ctx.workspace.id
  await lockFacts(tx, workspaceId)
  const twin = await findTwin(tx, workspaceId, found)
  if (!twin) return false
  // An undo that begins now waits for this row, and then finds its heir.
  await tx`select 1 from imports where workspace_id = ${workspaceId} and id = ${twin.importId} for update`
  const [standing] = await tx`
    select 1 from imports where workspace_id = ${workspaceId} and id = ${twin.importId} and state = 'imported'`
  if (!standing) return false
  await copyRejects(tx, workspaceId, twin.importId, found.id)
  await tx`
    update imports set state = 'imported', twin_of = ${twin.importId}, counts = ${tx.json(twin.counts as never)},
      finished_at = now(), progress = null,
      started_at = coalesce(started_at, now())
    where workspace_id = ${workspaceId} and id = ${found.id}`
  const end = { action: 'import.finished' as const, count: 0, actorId: ctx.actor.userId }
  await settleUpload(tx, { workspaceId, importId: found.id }, end)
  return true
}
