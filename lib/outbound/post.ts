import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { AllowList } from './allow-list'
import { failureWords } from './failure-words'
import { checkTarget, readTarget, type Address, type Resolve, type Target } from './target'

/** No more of a reply is read. */
export const REPLY_BYTES = 64 * 1024
/** How long the body of a reply may take once its status is there. */
const BODY_MS = 1_000

export interface Message {
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** Once it is aborted nothing leaves any more; what left already is still answered. */
  sendBy?: AbortSignal
  /** Called when the message has left. */
  onSent?: () => void
}

export interface Answer {
  /** 2xx; a redirect is a failure, nobody follows it. */
  ok: boolean
  /** Null where no status came back. */
  status: number | null
  /** '' where it went well. */
  failure: string
  retryAfter: string | undefined
  /** At most 64 kB of the reply. */
  reply: string
  milliseconds: number
}

export interface Outbound {
  allow: AllowList
  resolve?: Resolve
}

/** The one way out of Rebound: posts to a checked address, follows nothing, waits and reads within limits, never throws. */
export async function post(message: Message, { allow, resolve }: Outbound): Promise<Answer> {
  const since = performance.now()
  const done = (part: Partial<Answer>): Answer => ({
    ok: false,
    status: null,
    failure: '',
    retryAfter: undefined,
    reply: '',
    ...part,
    milliseconds: Math.round(performance.now() - since),
  })
  const target = readTarget(message.url, allow)
  if (!target.ok) return done({ failure: target.error.message })
  try {
    const deadline = AbortSignal.timeout(message.timeoutMs)
    const address = await within(deadline, checkTarget(target.value, allow, resolve))
    if (!address.ok) return done({ failure: address.error.message })
    message.sendBy?.throwIfAborted()
    const response = await send(target.value, address.value, message, deadline)
    const status = response.statusCode ?? 0
    const reply = await readSome(response)
    const good = status >= 200 && status < 300
    const failure = good
      ? ''
      : status >= 300 && status < 400
        ? 'It answered with a redirect, which is not followed.'
        : `It answered ${status}.`
    return done({ ok: good, status, failure, reply, retryAfter: response.headers['retry-after'] })
  } catch (error) {
    return done({ failure: failureWords(error, message.timeoutMs) })
  }
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}

/** Connects to the address that was checked, whatever the name would lead to now. */
function send(
  target: Target,
  pinned: Address,
  message: Message,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { url, host, port } = target
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (secure ? https : http).request({
      method: 'POST',
      host,
      port,
      path: url.pathname + url.search,
      agent: false,
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(message.body),
        'user-agent': 'Rebound',
        ...message.headers,
        host: url.host,
      },
      lookup: (_name, options, callback) =>
        options.all ? callback(null, [pinned]) : callback(null, pinned.address, pinned.family),
    })
    const giveUp = () => request.destroy(message.sendBy?.reason as Error)
    message.sendBy?.addEventListener('abort', giveUp, { once: true })
    request.on('finish', () => {
      message.sendBy?.removeEventListener('abort', giveUp)
      message.onSent?.()
    })
    request.on('response', resolve)
    request.on('error', reject)
    request.end(message.body)
  })
}

/** Reads the beginning of a reply and hangs up, however much more there would be. */
function readSome(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = () => {
      clearTimeout(timer)
      response.destroy()
      resolve(Buffer.concat(chunks).subarray(0, REPLY_BYTES).toString('utf8'))
    }
    const timer = setTimeout(end, BODY_MS)
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size >= REPLY_BYTES) end()
    })
    response.on('end', end)
    response.on('error', end)
    response.on('close', end)
  })
}
