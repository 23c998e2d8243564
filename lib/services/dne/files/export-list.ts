import { z } from 'zod'
import { countEntries } from '@/db/queries/dne/count-entries'
import { exportEntries, type ExportReason } from '@/db/queries/dne/export-entries'
import { entriesOf, valuesById } from '@/db/queries/dne/list-entries'
import { dayOf } from '@/lib/analytics/day'
import { dneFilterSchema } from '@/lib/dne/filter'
import type { Download } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { mayAct, type Context } from '@/lib/services/context'
import { BYTE_ORDER_MARK, csvRow } from '@/lib/services/exports/csv-row'

export const exportListInput = z.union([
  z.strictObject({ filter: dneFilterSchema }),
  z.strictObject({ ids: z.array(z.guid()).min(1).max(1000) }),
])
type Input = z.output<typeof exportListInput>

const AT_ONCE = 2_000
const HEADER = [
  'value',
  'scope',
  'reason',
  'category',
  'until',
  'bounce_at',
  'source',
  'note',
  'created_at',
  'created_by',
]

/**
 * The entries of a filter, or some of them, as CSV: a line for each reason with all its facts. Read back by our own import it gives the
 * same list. It is written down as an activity before the first row leaves.
 */
export async function exportList(ctx: Context, input: Input): Promise<Result<Download>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const { sql, workspace, now } = ctx
  const count =
    'ids' in input ? input.ids.length : (await countEntries(sql, workspace, input.filter, now)).count
  await recordActivity(ctx.db, ctx, { action: 'dne.exported', count })
  const day = dayOf(now, workspace.timeZone)
  return ok({ fileName: `do-not-email-${workspace.slug}-${day}.csv`, content: rowsOf(ctx, input) })
}

async function* rowsOf({ sql, workspace, now }: Context, input: Input): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(HEADER)
  if ('ids' in input) {
    const values = await valuesById(sql, workspace.id, input.ids)
    const entries = await entriesOf(sql, workspace.id, values, now)
    yield linesOf(entries.flatMap((entry) => entry.reasons.map((reason) => ({ ...entry, ...reason }))))
    return
  }
  for (let after: ExportReason | null = null; ;) {
    const rows: ExportReason[] = await exportEntries(sql, workspace, {
      filter: input.filter,
      now,
      after,
      limit: AT_ONCE,
    })
    if (rows.length === 0) return
    yield linesOf(rows)
    after = rows.at(-1)!
  }
}

/** Somebody who was erased must not travel in files. */
function linesOf(rows: readonly ExportReason[]): string {
  return rows
    .filter(({ reason }) => reason !== 'erased')
    .map(lineOf)
    .join('')
}

function lineOf(row: ExportReason): string {
  const { value, scope, reason, category, until, bounceAt, source, note, createdAt, createdByName } = row
  const time = (at: Date | null) => at?.toISOString().replace('.000Z', 'Z') ?? ''
  return csvRow([
    value,
    scope,
    reason,
    category,
    time(until),
    time(bounceAt),
    source,
    note,
    time(createdAt),
    createdByName ?? '',
  ])
}
