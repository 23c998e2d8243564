import type { TransactionSql } from 'postgres'
import type { StoredImport } from '@/db/queries/imports/load-import'
import { readerSettingsSchema } from '@/lib/ingest/settings'
import { freshCheckpoint } from '@/lib/jobs/imports/work'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { changeImport } from './change-import'
import { rememberSettings } from './detect-file'
import { questionsView, type StoredDetection } from './settings-view'
import { copyRejects, findTwin, importTwin } from './twin'

interface Input {
  importId: string
  /** Store at once what the file brings, without waiting for a person: the command line and sample data do. */
  auto?: boolean
}

/** Reads the whole file and counts what it would bring; nothing is stored yet. Refuses while a question is open. */
export async function startDryRun(
  ctx: Context,
  { importId, auto = false }: Input,
): Promise<Result<{ importId: string }>> {
  return changeImport(ctx, importId, async (tx, found) => {
    const detected = found.detected as StoredDetection
    if (!detected.ok) return fail('precondition_failed', detected.message)
    if (found.state !== 'mapping') return fail('precondition_failed', 'This import has begun already.')
    const settings = readerSettingsSchema.parse(found.settings)
    const open = questionsView(settings, detected.questions).filter((question) => question.required)
    if (open.length > 0) {
      const fields = Object.fromEntries(open.map(({ field }) => [field, SENTENCES[field]]))
      return fail('invalid_input', Object.values(fields).join(' '), fields)
    }
    await rememberSettings(tx, ctx, found, settings)
    if (await (auto ? importTwin : stageAsTwin)(tx, ctx, found)) return ok({ importId })
    await tx`
      update imports set state = 'staging', counts = null, progress = null, tries = 0, lease_until = null, failure = null,
        fence = fence + 1, twin_of = null, checkpoint = ${tx.json(freshCheckpoint(auto, ctx.actor.userId) as never)}
      where workspace_id = ${ctx.workspace.id} and id = ${importId}`
    return ok({ importId })
  })
}

const SENTENCES = {
  recipient: 'Say which column holds the address of the recipient.',
  diagnostic: 'Say which column holds the reply.',
  dayOrder: 'Say whether dates have the day or the month first.',
  day: 'Choose a day for the rows that have no time.',
  timeZone: 'Choose a time zone.',
  account: 'Choose the sending account.',
} as const

async function stageAsTwin(tx: TransactionSql, ctx: Context, found: StoredImport): Promise<boolean> {
  const twin = await findTwin(tx, ctx.workspace.id, found)
  if (!twin) return false
  await copyRejects(tx, ctx.workspace.id, twin.importId, found.id)
  await tx`
    update imports set state = 'staged', counts = ${tx.json(twin.counts as never)}, progress = null,
      twin_of = ${twin.importId}, started_at = ${ctx.now}, fence = fence + 1,
      checkpoint = ${tx.json(freshCheckpoint(false, ctx.actor.userId) as never)}
    where workspace_id = ${ctx.workspace.id} and id = ${found.id}`
  return true
}
