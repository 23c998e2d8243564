import { downloadResponse } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { isId } from '@/lib/id'
import { fail } from '@/lib/result'
import { defineRoute } from '@/lib/route'
import { downloadCheck } from '@/lib/services/dne/files/download-check'
import { unreadableRows } from '@/lib/services/dne/files/unreadable-rows'

/** Streams the clean or the listed rows of a checked file, or the unreadable rows of a list. */
export const GET = defineRoute<{ workspace: string; file: string; part: string }>({
  role: 'operator',
  async run(ctx, _, { file: fileId, part }) {
    if (!isId(fileId)) return fail('not_found', ERRORS.not_found.text)
    const wanted =
      part === 'unreadable'
        ? await unreadableRows(ctx, { fileId })
        : part === 'clean' || part === 'listed'
          ? await downloadCheck(ctx, { fileId, part })
          : fail('not_found', ERRORS.not_found.text)
    return wanted.ok ? downloadResponse(wanted.value) : wanted
  },
})
