import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context } from '@/lib/services/context'

/** Exports one person may start in an hour; the handler counts them, this only looks. */
export const EXPORT_LIMIT = { name: 'export', max: 10, seconds: 3600 }

/** Whether an export would start now; says when the next one may. */
export async function exportAllowance(ctx: Context): Promise<Result<{ left: number }>> {
  if (!mayAct(ctx.actor.role, 'operator')) return fail('forbidden', ERRORS.forbidden.text)
  const rows = await ctx.sql<{ count: number; windowStart: Date }[]>`
    select count, window_start as "windowStart" from limits where key = ${`${EXPORT_LIMIT.name}:${ctx.actor.userId}`}`
  const used = rows[0]
  const ends = used ? used.windowStart.getTime() + EXPORT_LIMIT.seconds * 1000 : 0
  const left = used && ends > ctx.now.getTime() ? EXPORT_LIMIT.max - used.count : EXPORT_LIMIT.max
  if (left > 0) return ok({ left })
  const minutes = Math.max(1, Math.ceil((ends - ctx.now.getTime()) / 60_000))
  return fail(
    'limit_exceeded',
    `That was ${EXPORT_LIMIT.max} exports in an hour. The next one can start in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  )
}
