import { findSameFile, hasMovedSince, loadImport } from '@/db/queries/imports/load-import'
import { ERRORS } from '@/lib/errors'
import { readerSettingsSchema } from '@/lib/ingest/settings'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { formatLabel, questionsView, settingsView, type StoredDetection } from './settings-view'
import { toSummary } from './to-summary'
import type { ImportDetails, ImportSettings } from './views'

const NO_SETTINGS: ImportSettings = {
  format: 'generic',
  mapping: [],
  timeZone: 'UTC',
  dayOrder: null,
  account: '',
  day: null,
}

/** One import with its settings, figures and progress. */
export async function getImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<ImportDetails>> {
  const found = await loadImport(ctx.sql, ctx.workspace.id, importId)
  if (!found) return fail('not_found', ERRORS.not_found.text)
  const { id, state, origin, counts, checkpoint, progress, failure, createdAt, startedAt, finishedAt } = found
  const { createdByName, fileName, size, sha256, rejects } = found
  const detected = found.detected as StoredDetection
  const settings = readerSettingsSchema.safeParse(found.settings)
  const same = await findSameFile(ctx.sql, ctx.workspace.id, found)
  const outdated =
    state === 'staged' &&
    startedAt !== null &&
    (await hasMovedSince(ctx.sql, ctx.workspace.id, id, startedAt))
  const row = { id, state, origin, counts, checkpoint, progress, failure, createdAt, startedAt, finishedAt }
  return ok({
    ...toSummary({ ...row, createdByName, fileName, size, unreadable: state === 'mapping' && !detected.ok }),
    sha256,
    rejects,
    outdated,
    formatLabel: settings.success ? formatLabel(settings.data) : '',
    settings: settings.success ? settingsView(settings.data) : NO_SETTINGS,
    remembered: detected.ok && detected.remembered,
    questions: settings.success && detected.ok ? questionsView(settings.data, detected.questions) : [],
    sameFile: same && { importId: same.importId, fileName: same.fileName, finishedAt: same.finishedAt },
  })
}
