import { dneFilterOf, loadDneUrl } from '@/components/dne/dne-params'
import { downloadResponse } from '@/lib/download'
import { isId } from '@/lib/id'
import { fail } from '@/lib/result'
import { defineRoute } from '@/lib/route'
import { exportList } from '@/lib/services/dne/files/export-list'
import { EXPORT_LIMIT } from '@/lib/services/exports/export-allowance'

/** Streams the entries of the page's filter, or those named by `ids`, as CSV. */
export const GET = defineRoute({
  role: 'operator',
  limit: EXPORT_LIMIT,
  async run(ctx, request) {
    const named = request.nextUrl.searchParams.get('ids')
    const ids = named?.split(',') ?? []
    if (ids.length > 1000 || !ids.every(isId))
      return fail('invalid_input', 'The address of this export is not right. Reload the page.')
    const started = await exportList(ctx, named ? { ids } : { filter: dneFilterOf(loadDneUrl(request)) })
    return started.ok ? downloadResponse(started.value) : started
  },
})
