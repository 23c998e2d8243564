import { loadImport } from '@/db/queries/imports/load-import'
import { listRejectRows, streamRejects } from '@/db/queries/imports/rejects'
import type { Download } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { rejectProblem } from '@/lib/ingest/messages'
import { rejectsReport } from '@/lib/ingest/rejects-csv'
import { readerSettingsSchema } from '@/lib/ingest/settings'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import type { RejectView } from './views'

const PAGE = 50
const NAMES = { csv: 'rows', log: 'lines', jsonl: 'lines', mbox: 'mails' } as const
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  mbox: 'application/mbox',
} as const

/** Refused records of an import, a page at a time in file order; each says what is wrong and what to do. */
export async function listRejects(
  ctx: Context,
  { importId, after = 0, limit = PAGE }: { importId: string; after?: number; limit?: number },
): Promise<Result<{ rejects: RejectView[]; next: number | null }>> {
  const found = await loadImport(ctx.sql, ctx.workspace.id, importId)
  if (!found) return fail('not_found', ERRORS.not_found.text)
  const settings = readerSettingsSchema.safeParse(found.settings)
  const place = { workspaceId: ctx.workspace.id, importId }
  const rows = await listRejectRows(ctx.sql, place, { after, limit: limit + 1 })
  const rejects = rows.slice(0, limit).map((row) => ({
    ...row,
    problem: settings.success ? rejectProblem(row, settings.data) : '',
  }))
  return ok({ rejects, next: rows.length > limit ? rejects.at(-1)!.seq : null })
}

/** The refused records as a file that can be repaired and uploaded again. */
export async function rejectsFile(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<Download>> {
  const found = await loadImport(ctx.sql, ctx.workspace.id, importId)
  const settings = readerSettingsSchema.safeParse(found?.settings)
  if (!found || !settings.success) return fail('not_found', ERRORS.not_found.text)
  const report = rejectsReport(settings.data)
  const rows = streamRejects(ctx.sql, { workspaceId: ctx.workspace.id, importId })
  async function* content(): AsyncGenerator<string> {
    yield report.head()
    for await (const row of rows) yield report.row(row)
  }
  const base = found.fileName.replace(/\.(gz|csv|tsv|txt|log|jsonl?|eml|mbox)$/gi, '')
  const { extension } = report
  return ok({
    fileName: `${base} - rejected ${NAMES[extension]}.${extension}`,
    type: TYPES[extension],
    content: content(),
  })
}
