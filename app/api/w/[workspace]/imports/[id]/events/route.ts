import { byteStream } from '@/lib/byte-stream'
import { ERRORS } from '@/lib/errors'
import { isId } from '@/lib/id'
import { fail } from '@/lib/result'
import { defineRoute } from '@/lib/route'
import { followImport } from '@/lib/services/imports/follow-import'

/** Server-sent events of one import: `{state, progress}` at once and whenever either changes. */
export const GET = defineRoute<{ workspace: string; id: string }>({
  role: 'viewer',
  async run(ctx, request, { id }) {
    if (!isId(id)) return fail('not_found', ERRORS.not_found.text)
    const events = await followImport(ctx, { importId: id, signal: request.signal })
    if (!events.ok) return events
    return new Response(byteStream(events.value), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  },
})
