import { ERRORS } from '@/lib/errors'
import { FORMATS } from '@/lib/ingest/formats'
import { fail } from '@/lib/result'
import { downloadResponse } from '@/lib/download'
import { defineRoute } from '@/lib/route'

/** A small sample file of an accepted format, as a download. */
export const GET = defineRoute<{ workspace: string; format: string }>({
  role: 'viewer',
  run: async (_ctx, _request, { format: id }) => {
    const format = FORMATS.find((each) => each.id === id)
    return format
      ? downloadResponse({
          fileName: format.sampleName,
          type: 'text/plain; charset=utf-8',
          content: format.sample,
        })
      : fail('not_found', ERRORS.not_found.text)
  },
})
