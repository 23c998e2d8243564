import { z } from 'zod'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import type { Listed } from '@/db/queries/dne/listed-now'
import type { Download } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { REASON_NAMES } from '@/lib/dne/entry'
import { categoryById } from '@/lib/bounce/categories'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { openChecker, type CheckedRow } from './check-records'
import { loadFileRow, type FileRow } from './file-row'
import { recordsOf } from './stored-bytes'
import { cellsOf, headerOf, rowWriter } from './table-writer'

export const downloadCheckInput = z.strictObject({ fileId: z.guid(), part: z.enum(['clean', 'listed']) })
type Part = z.output<typeof downloadCheckInput>['part']

const ADDED = {
  clean: ['rebound_did_you_mean'],
  listed: ['rebound_listed', 'rebound_why', 'rebound_until', 'rebound_did_you_mean'],
}

/**
 * One half of a checked file: the rows that may be mailed, or the others with the reason of each; all columns kept. Every row is
 * checked again while it leaves, so that nobody is in the clean half who was listed since.
 */
export async function downloadCheck(
  ctx: Context,
  { fileId, part }: z.output<typeof downloadCheckInput>,
): Promise<Result<Download>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const file = await loadFileRow(ctx.sql, ctx.workspace.id, fileId)
  if (!file?.settings || file.purpose !== 'check' || file.state !== 'read')
    return fail('not_found', 'This check is over. Drop the file again.')
  const { counts } = file
  await recordActivity(ctx.db, ctx, {
    action: 'dne.check_downloaded',
    count: counts && 'clean' in counts ? (part === 'clean' ? counts.clean : counts.rows - counts.clean) : 0,
    details: { part },
  })
  return ok({ fileName: nameOf(file.name, part), content: rowsOf(ctx, file, part) })
}

function nameOf(name: string, part: Part): string {
  return `${name.replace(/(?:\.(?:csv|tsv|txt|gz|json|jsonl))+$/i, '')}-${part}.csv`
}

async function* rowsOf({ sql }: Context, file: FileRow, part: Part): AsyncGenerator<string> {
  const settings = file.settings!
  const write = rowWriter(settings)
  const { plusTags } = (await loadPolicy(sql, file.workspaceId)).options
  const check = openChecker(
    sql,
    { workspaceId: file.workspaceId, settings },
    { plusTags, now: () => new Date() },
  )
  yield `\ufeff${write([...headerOf(settings), ...ADDED[part]])}`
  for await (const { records } of recordsOf(sql, file, settings)) {
    const lines = (await check(records))
      .filter(({ fate }) => (fate.kind === 'clean') === (part === 'clean'))
      .map((row) => write([...cellsOf(row.record, settings), ...addedTo(row, part)]))
    if (lines.length > 0) yield lines.join('')
  }
}

function addedTo({ fate, typo }: CheckedRow, part: Part): string[] {
  const suggestion = typo?.address ?? ''
  if (part === 'clean') return [suggestion]
  if (fate.kind === 'unreadable') return ['unreadable', fate.why, '', suggestion]
  if (fate.kind === 'clean') return ['', '', '', suggestion]
  const { hit } = fate
  return [
    fate.kind === 'resting' ? 'resting' : hit.reason,
    whyOf(hit),
    hit.until?.toISOString() ?? '',
    suggestion,
  ]
}

/** Why somebody is listed, in a few words. */
function whyOf({ reason, category, value, scope }: Listed): string {
  const why = reason === 'bounce' ? (categoryById(category)?.name ?? 'Bounce') : REASON_NAMES[reason]
  return scope === 'address' ? why : `${why}, the domain ${value}`
}
