import { z } from 'zod'
import { defineRoute } from '@/lib/route'
import { fail } from '@/lib/result'
import { UPLOADS_PER_HOUR } from '@/lib/services/uploads/limits'
import { receiveUpload } from '@/lib/services/uploads/receive-upload'

const query = z.object({
  name: z.string().min(1).max(500).default('file'),
  /** The same for every try of one file. */
  key: z.uuid().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return
  const reader = request.body.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Takes the raw bytes of one file as the body; `?name=…&key=…&sha256=…`. Without the hash, the upload waits for its confirmation. */
export const POST = defineRoute({
  role: 'operator',
  limit: UPLOADS_PER_HOUR,
  async run(ctx, request) {
    const given = query.safeParse(Object.fromEntries(request.nextUrl.searchParams))
    if (!given.success)
      return fail('invalid_input', 'The address of this upload is not right. Reload the page.')
    const { name, key, sha256 } = given.data
    const announced = request.headers.get('content-length')
    return receiveUpload(ctx, {
      name,
      body: bodyOf(request),
      retryKey: key,
      sha256,
      size: announced === null ? undefined : Number(announced),
    })
  },
})
