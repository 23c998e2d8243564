import { downloadResponse } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { isId } from '@/lib/id'
import { fail } from '@/lib/result'
import { defineRoute } from '@/lib/route'
import { rejectsFile } from '@/lib/services/imports/list-rejects'

/** The refused records as a file that can be repaired and uploaded again. */
export const GET = defineRoute<{ workspace: string; id: string }>({
  role: 'viewer',
  async run(ctx, _, { id }) {
    if (!isId(id)) return fail('not_found', ERRORS.not_found.text)
    const file = await rejectsFile(ctx, { importId: id })
    return file.ok ? downloadResponse(file.value) : file
  },
})
