import { z } from 'zod'
import { countBounces } from '@/db/queries/bounces/count-bounces'
import { exportRows, exportRowsByKey, type ExportRow } from '@/db/queries/bounces/export-rows'
import { openScope } from '@/db/queries/bounces/scope'
import { dayOf } from '@/lib/analytics/day'
import { filterSchema } from '@/lib/analytics/filter-schema'
import { parseBounceKey, type BounceKey } from '@/lib/bounce/key'
import type { Download } from '@/lib/download'
import { ok, type Result } from '@/lib/result'
import { recordActivity } from '@/lib/services/activity'
import { authorised } from '@/lib/services/authorised'
import type { Context } from '@/lib/services/context'
import { CSV_HEAD, csvLine } from './csv'

const AT_ONCE = 2_000

export const exportInput = z.union([
  z.object({ filter: filterSchema }),
  z.object({
    keys: z
      .array(z.string().refine((key) => parseBounceKey(key) !== null))
      .min(1)
      .max(1000),
  }),
])

type Steps = (after: BounceKey | null) => Promise<ExportRow[]>

/** Starts a CSV of the bounces of a filter, or of some bounces. It is written down as an activity before the first row leaves. */
export async function exportBounces(
  ctx: Context,
  input: z.infer<typeof exportInput>,
): Promise<Result<Download>> {
  const asked = authorised(ctx, 'operator', exportInput, input)
  if (!asked.ok) return asked
  const { steps, count } =
    'keys' in asked.value ? someOf(ctx, asked.value.keys) : await allOf(ctx, asked.value.filter)
  await recordActivity(ctx.db, ctx, { action: 'bounces.exported', count: await count() })
  const fileName = `bounces-${ctx.workspace.slug}-${dayOf(ctx.now, ctx.workspace.timeZone)}.csv`
  return ok({ fileName, content: csvOf(steps) })
}

type Part = { steps: Steps; count: () => Promise<number> }

async function allOf({ sql, workspace }: Context, filter: z.infer<typeof filterSchema>): Promise<Part> {
  const scope = await openScope(sql, workspace, filter)
  return {
    steps: (after) => exportRows(sql, scope, after, AT_ONCE),
    count: () => countBounces(sql, scope),
  }
}

function someOf({ sql, workspace }: Context, texts: string[]): Part {
  const keys = texts.map((text) => parseBounceKey(text)).filter((key) => key !== null)
  return {
    steps: async (after) => (after ? [] : exportRowsByKey(sql, workspace.id, keys)),
    count: async () => keys.length,
  }
}

/** Holds one step in memory, and no connection between steps. */
async function* csvOf(steps: Steps): AsyncGenerator<string> {
  yield CSV_HEAD
  for (let rows = await steps(null); rows.length > 0; rows = await steps(rows.at(-1)!)) {
    yield rows.map(csvLine).join('')
  }
}
