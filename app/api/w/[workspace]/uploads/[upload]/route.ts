import { parseStrictly } from '@/lib/action'
import { defineRoute } from '@/lib/route'
import { fail } from '@/lib/result'
import { finishUpload, finishUploadInput } from '@/lib/services/uploads/finish-upload'

/** Confirms an upload with the size and SHA-256 that the sender counted; opens its import. */
export const POST = defineRoute<{ workspace: string; upload: string }>({
  role: 'operator',
  async run(ctx, request, { upload }) {
    const body: unknown = await request.json().catch(() => null)
    if (body === null || typeof body !== 'object')
      return fail('invalid_input', 'Size and hash of the file are missing.')
    const input = parseStrictly(finishUploadInput, { ...body, uploadId: upload })
    return input.ok ? finishUpload(ctx, input.value) : input
  },
})
