import { once } from 'node:events'
import { request, type ClientRequest } from 'node:http'

/** Who sends, and where to. */
interface Sender {
  stack: { origin: string }
  ctx: { workspace: { slug: string } }
  cookie: string
}

interface Sent {
  name?: string
  sha256?: string
  /** Announced as Content-Length; else the body comes in chunks of unsaid number. */
  size?: number
}

/** Sends a body to the uploads' handler; where the server answers before the end, sending ends there. */
export async function send(
  { stack, ctx, cookie }: Sender,
  { name = 'bounces.csv', sha256, size }: Sent,
  bytes: AsyncIterable<Buffer | string>,
): Promise<{ status: number; body: string }> {
  const url = new URL(`/api/w/${ctx.workspace.slug}/uploads`, stack.origin)
  url.searchParams.set('name', name)
  if (sha256) url.searchParams.set('sha256', sha256)
  const sending = request(url, {
    method: 'POST',
    headers: { cookie, origin: stack.origin, ...(size === undefined ? {} : { 'content-length': size }) },
  })
  let answered = false
  const answer = once(sending, 'response').then(async ([response]) => {
    answered = true
    let body = ''
    for await (const piece of response as AsyncIterable<Buffer>) body += piece.toString()
    return { status: (response as { statusCode: number }).statusCode, body }
  })
  answer.catch(() => {})
  sending.on('error', () => {})
  for await (const piece of bytes) {
    if (answered || sending.destroyed) break
    if (!sending.write(piece)) await Promise.race([drained(sending), answer])
  }
  sending.end()
  const got = await answer
  sending.destroy()
  return got
}

/** Not by `once`, which leaves a listener behind in each race it loses. */
function drained(sending: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      sending.off('drain', done).off('close', done)
      resolve()
    }
    sending.on('drain', done).on('close', done)
  })
}
