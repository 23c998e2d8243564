import { ERRORS } from '@/lib/errors'
import { FORMATS } from '@/lib/ingest/formats'
import { fail } from '@/lib/result'
import { defineRoute } from '@/lib/route'

/** A small sample file of an accepted format, as a download. */
export const GET = defineRoute<{ workspace: string; format: string }>({
  role: 'viewer',
  run: async (_ctx, _request, { format: id }) => {
    const format = FORMATS.find((each) => each.id === id)
    if (!format) return fail('not_found', ERRORS.not_found.text)
    return new Response(format.sample, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${format.sampleName}"`,
      },
    })
  },
})
