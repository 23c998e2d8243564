import { loadUrlState } from '@/components/data/filter-params'
import { dayOf } from '@/lib/analytics/day'
import { filterOf } from '@/lib/analytics/filter'
import { downloadResponse } from '@/lib/download'
import { defineRoute } from '@/lib/route'
import { exportBounces } from '@/lib/services/exports/export-bounces'
import { EXPORT_LIMIT } from '@/lib/services/exports/export-allowance'

/** Streams the bounces of the page's filter, or those named by `keys`, as CSV. */
export const GET = defineRoute({
  role: 'operator',
  limit: EXPORT_LIMIT,
  async run(ctx, request) {
    const keys = request.nextUrl.searchParams.get('keys')
    const filter = filterOf(loadUrlState(request), dayOf(ctx.now, ctx.workspace.timeZone))
    const started = await exportBounces(ctx, keys ? { keys: keys.split(',') } : { filter })
    return started.ok ? downloadResponse(started.value) : started
  },
})
