import type { TransactionSql } from 'postgres'
import { findSameFile, type StoredImport } from '@/db/queries/imports/load-import'
import { emptyCounts, type ImportCounts } from '@/lib/ingest/counts'
import { readerSettingsSchema } from '@/lib/ingest/settings'

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
  const { rows, skipped, rejected } = same.counts
  const known = same.counts.new + same.counts.known
  return { importId: same.importId, counts: { ...emptyCounts(), rows, known, skipped, rejected } }
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
