import { parseStrictly } from '@/lib/action'
import { fail } from '@/lib/result'
import { defineRoute } from '@/lib/route'
import { openFile, openFileInput } from '@/lib/services/dne/files/open-file'

/** Confirms an upload with the size and SHA-256 that the sender counted, and has it read as a list or checked against it. */
export const POST = defineRoute({
  role: 'operator',
  async run(ctx, request) {
    const body: unknown = await request.json().catch(() => null)
    if (body === null || typeof body !== 'object')
      return fail('invalid_input', 'Size and hash of the file are missing.')
    const input = parseStrictly(openFileInput, body)
    return input.ok ? openFile(ctx, input.value) : input
  },
})
