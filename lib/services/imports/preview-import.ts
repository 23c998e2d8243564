import { loadImport } from '@/db/queries/imports/load-import'
import { dayOf } from '@/lib/analytics/day'
import { ERRORS } from '@/lib/errors'
import { readerSettingsSchema } from '@/lib/ingest/settings'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { headOf } from '@/lib/services/uploads/head'
import { previewRows } from './preview-rows'
import { columnsView, questionsView, type StoredDetection } from './settings-view'
import type { ImportPreview } from './views'

const nothing = (unreadable: string, isList: boolean): ImportPreview => ({
  columns: [],
  rows: [],
  questions: [],
  notes: [],
  unreadable,
  isList,
})

/** The columns and the first 20 rows of a file as they would be stored under its present settings. */
export async function previewImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<ImportPreview>> {
  const found = await loadImport(ctx.sql, ctx.workspace.id, importId)
  if (!found) return fail('not_found', ERRORS.not_found.text)
  const detected = found.detected as StoredDetection
  if (!detected.ok) return ok(nothing(detected.message, detected.code === 'suppression_list'))
  const settings = readerSettingsSchema.parse(found.settings)
  const head = await headOf(ctx.sql, { workspaceId: ctx.workspace.id, ...found })
  if (!head) return fail('precondition_failed', 'The stored file of this import is gone.')
  // Until a person chose, rows without a time stand under today, and ambiguous dates begin with the day.
  const assumed = {
    ...settings,
    fallbackDay: settings.fallbackDay ?? dayOf(ctx.now, settings.timeZone),
    dayOrder: settings.dayOrder ?? ('day_first' as const),
  }
  const rows = await previewRows(ctx.sql, {
    workspaceId: ctx.workspace.id,
    settings: assumed,
    head: head.bytes,
    whole: head.whole,
  })
  return ok({
    columns: columnsView(settings, detected.columns),
    rows,
    questions: questionsView(settings, detected.questions),
    notes: detected.notes,
    unreadable: null,
    isList: false,
  })
}
