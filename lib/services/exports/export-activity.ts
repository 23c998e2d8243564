import { dayOf } from '@/lib/analytics/day'
import type { Download } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { askedSchema, type ActivityAsked } from '@/lib/activity/asked'
import { mayAct, type Context } from '@/lib/services/context'
import { activityRows } from '@/lib/services/list-activity'
import { recordActivity } from '@/lib/services/activity'
import { BYTE_ORDER_MARK, csvRow } from './csv-row'

export const exportActivityInput = askedSchema

type Row = Awaited<ReturnType<typeof activityRows>> extends AsyncIterable<(infer R)[]> ? R : never
type Column = readonly [name: string, value: (row: Row) => string]

const COLUMNS: readonly Column[] = [
  ['seq', (row) => String(row.seq)],
  ['at', (row) => row.at.toISOString()],
  ['who', (row) => row.actorName ?? ''],
  ['who_id', (row) => row.actorId],
  ['action', (row) => row.action],
  ['subject_id', (row) => row.subjectId ?? ''],
  ['count', (row) => row.count?.toString() ?? ''],
  ['why', (row) => row.why],
  ['details', (row) => JSON.stringify(row.details)],
  ['about', (row) => row.about.join(' ')],
  ['hash', (row) => row.hash],
]

/** A CSV of the activity asked for, oldest first, streamed; it is written down itself before the first row leaves. For admins. */
export async function exportActivity(ctx: Context, asked: ActivityAsked): Promise<Result<Download>> {
  if (!mayAct(ctx.actor.role, 'admin')) return fail('forbidden', ERRORS.forbidden.text)
  await recordActivity(ctx.sql, ctx, { action: 'activity.exported' })
  return ok({
    fileName: `activity-${ctx.workspace.slug}-${dayOf(ctx.now, ctx.workspace.timeZone)}.csv`,
    content: lines(ctx, asked),
  })
}

async function* lines(ctx: Context, asked: ActivityAsked): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(COLUMNS.map(([name]) => name))
  for await (const rows of await activityRows(ctx, asked)) {
    yield rows.map((row) => csvRow(COLUMNS.map(([, value]) => value(row)))).join('')
  }
}
