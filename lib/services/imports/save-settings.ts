import { z } from 'zod'
import type { TransactionSql } from 'postgres'
import { loadImport, type StoredImport } from '@/db/queries/imports/load-import'
import { parseAddress } from '@/lib/bounce/address'
import { ERRORS } from '@/lib/errors'
import { formatById } from '@/lib/ingest/formats'
import { FORMAT_IDS, type FormatId } from '@/lib/ingest/formats/ids'
import { isTimeZone, READ_AS, readerSettingsSchema, type ReaderSettings } from '@/lib/ingest/settings'
import { dropStage } from '@/lib/jobs/imports/stage-table'
import { freshCheckpoint } from '@/lib/jobs/imports/work'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeImport } from './change-import'
import { detectFile, rememberSettings, type FileDetection } from './detect-file'
import type { StoredDetection } from './settings-view'

export const saveSettingsInput = z.strictObject({
  importId: z.uuid(),
  format: z.enum(FORMAT_IDS).optional(),
  /** What each column is read as, by position. */
  mapping: z.array(z.enum(READ_AS)).optional(),
  timeZone: z.string().max(64).refine(isTimeZone, 'This time zone is not known.').optional(),
  dayOrder: z.enum(['day_first', 'month_first']).nullable().optional(),
  /** Sending account of rows that name none; '' where it is not known. */
  account: z.string().max(320).optional(),
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a day.')
    .nullable()
    .optional(),
})
type Input = z.output<typeof saveSettingsInput>

/** Corrects how a file is read, before its dry run or after; remembered for files with the same header. Reads the head anew. */
export async function saveSettings(ctx: Context, input: Input): Promise<Result<{ importId: string }>> {
  const { importId } = input
  const before = await loadImport(ctx.sql, ctx.workspace.id, importId)
  if (!before) return fail('not_found', ERRORS.not_found.text)
  if (!(before.detected as StoredDetection).ok) return fail('precondition_failed', 'This file can’t be read.')
  const current = readerSettingsSchema.parse(before.settings)
  const base = await inFormat(ctx, before, current, input.format ?? current.format)
  if (!base.ok) return base
  const settings = corrected(base.value, input)
  if (!settings.ok) return settings
  const structure = { format: settings.value.format }
  const found = await detectFile(ctx.sql, ctx, before, { structure, settings: settings.value })
  return changeImport(ctx, importId, (tx, now) => write(tx, ctx, now, found, settings.value))
}

/** The settings under which a file is read as `format`: its columns anew where that is another one than now. */
async function inFormat(
  ctx: Context,
  file: StoredImport,
  current: ReaderSettings,
  format: FormatId,
): Promise<Result<ReaderSettings>> {
  if (format === current.format) return ok(current)
  const { settings, detected } = await detectFile(ctx.sql, ctx, file, { structure: { format } })
  if (!detected.ok) return fail('invalid_input', detected.message, { format: detected.message })
  if (settings?.format !== format) {
    const why = `This file can’t be read as ${formatById(format).name}.`
    return fail('invalid_input', why, { format: why })
  }
  const { fallbackAccount, fallbackDay, referenceTime } = current
  return ok({ ...settings, fallbackAccount, fallbackDay, referenceTime })
}

async function write(
  tx: TransactionSql,
  ctx: Context,
  found: StoredImport,
  { settings, detected, byItself }: FileDetection,
  asked: ReaderSettings,
): Promise<Result<{ importId: string }>> {
  if (found.state !== 'mapping' && found.state !== 'staged') {
    return fail('precondition_failed', 'This import has begun; its columns can’t be changed any more.')
  }
  if (!settings || !detected.ok) {
    return fail('invalid_input', detected.ok ? ERRORS.invalid_input.text : detected.message)
  }
  const next: ReaderSettings = { ...settings, referenceTime: asked.referenceTime }
  const workspaceId = ctx.workspace.id
  await rememberSettings(tx, ctx, found, next, byItself)
  await dropStage(tx, { workspaceId, importId: found.id })
  await tx`
    update imports set state = 'mapping', settings = ${tx.json(next as never)}, detected = ${tx.json(detected as never)},
      counts = null, progress = null, twin_of = null, fence = fence + 1,
      checkpoint = ${tx.json(freshCheckpoint(false, ctx.actor.userId) as never)}
    where workspace_id = ${workspaceId} and id = ${found.id}`
  return ok({ importId: found.id })
}

function corrected(settings: ReaderSettings, input: Input): Result<ReaderSettings> {
  const { mapping, account } = input
  if (mapping && mapping.length !== settings.header.length) {
    return fail('invalid_input', 'The mapping does not fit the columns of this file.', {
      mapping: 'Reload the page.',
    })
  }
  let fallbackAccount = settings.fallbackAccount
  if (account !== undefined) {
    const parsed = account.trim() === '' ? null : parseAddress(account)
    if (parsed && !parsed.ok) return fail('invalid_input', parsed.why, { account: parsed.why })
    fallbackAccount = parsed ? parsed.address : null
  }
  return ok({
    ...settings,
    fallbackAccount,
    mapping: mapping ? Object.fromEntries(mapping.map((field, i) => [String(i), field])) : settings.mapping,
    timeZone: input.timeZone ?? settings.timeZone,
    dayOrder: input.dayOrder === undefined ? settings.dayOrder : input.dayOrder,
    fallbackDay: input.day === undefined ? settings.fallbackDay : input.day,
  })
}
