import { createHash, randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { once } from 'node:events'
import { expect, test } from './fixtures'
import { ownOperator } from './own-people'
import { openServerDatabase } from './server-database'

const BYTES = randomBytes(3 * 1024 * 1024)
const SHA256 = createHash('sha256').update(BYTES).digest('hex')
const PIECE = 64 * 1024

let own: Awaited<ReturnType<typeof ownOperator>>
test.beforeAll(async () => {
  own = await ownOperator()
})

/** Files of the workspace, and chunks of them. */
async function stored() {
  const { sql, close } = await openServerDatabase()
  const [row] = await sql<{ uploads: number; chunks: number }[]>`
    select (select count(*)::int from uploads where workspace_id = ${own.id}) as uploads,
      (select count(*)::int from upload_chunks where workspace_id = ${own.id}) as chunks`
  await close()
  return row!
}

/** A request that sends its body by and by; `size` announces it, else it comes in chunks of unsaid number. */
function open(baseURL: string, { size }: { size?: number } = {}) {
  const sending = request(`${baseURL}/api/w/${own.slug}/uploads?name=a.csv&sha256=${SHA256}`, {
    method: 'POST',
    headers: {
      cookie: own.cookie,
      origin: baseURL,
      ...(size === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': size }),
    },
  })
  sending.on('error', () => {})
  return sending
}

async function send(sending: ReturnType<typeof open>, bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (!sending.write(bytes.subarray(at, at + PIECE))) await once(sending, 'drain')
  }
}

for (const announced of [true, false]) {
  for (const percent of [1, 50, 99]) {
    test(`an upload ${announced ? 'of known' : 'of unsaid'} size that is cut at ${percent} % leaves nothing`, async ({
      baseURL,
    }) => {
      const sending = open(baseURL!, announced ? { size: BYTES.length } : {})
      await send(sending, BYTES.subarray(0, Math.floor((BYTES.length * percent) / 100)))
      await expect.poll(async () => (await stored()).uploads).toBe(1)
      sending.destroy()
      await expect.poll(stored).toEqual({ uploads: 0, chunks: 0 })
    })
  }
}

test('an upload of unsaid size is taken whole', async ({ baseURL }) => {
  const sending = open(baseURL!)
  const answered = once(sending, 'response')
  await send(sending, BYTES)
  sending.end()
  const [response] = (await answered) as [{ statusCode: number; resume: () => void }]
  response.resume()
  expect(response.statusCode).toBe(200)
  expect(await stored()).toMatchObject({ uploads: 1, chunks: 3 })
})

test('an upload that is announced above the limit is refused by name, before it is read', async ({
  baseURL,
}) => {
  const sending = open(baseURL!, { size: 1024 ** 3 + 1 })
  sending.flushHeaders()
  const [response] = (await once(sending, 'response')) as [AsyncIterable<Buffer> & { statusCode: number }]
  let text = ''
  for await (const piece of response) text += piece.toString()
  sending.destroy()
  expect(response.statusCode).toBe(413)
  expect(text).toContain('1 GB')
})
