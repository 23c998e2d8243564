import { downloadResponse } from '@/lib/download'
import { defineRoute } from '@/lib/route'
import { EXPORT_LIMIT } from '@/lib/services/exports/export-allowance'
import { exportActivity, exportActivityInput } from '@/lib/services/exports/export-activity'

/** Streams the activity of the page's filter as CSV, with the hashes that prove it. */
export const GET = defineRoute({
  role: 'admin',
  limit: EXPORT_LIMIT,
  async run(ctx, request) {
    const asked = exportActivityInput.parse(Object.fromEntries(request.nextUrl.searchParams))
    const started = await exportActivity(ctx, asked)
    return started.ok ? downloadResponse(started.value) : started
  },
})
