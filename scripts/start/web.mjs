// The web process of `npm start`: Next's handler on an HTTP server of our own, which ends at once when it is told to.
import { createServer } from 'node:http'
import next from 'next'
import { compressAnswer } from './compress.mjs'
import { onStop } from './stop-signal.mjs'

const LAST_REQUESTS_MS = 3000
const FORWARDING = [
  'forwarded',
  'x-real-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
]

const port = Number(process.env.PORT)
const hostname = process.env.HOST
const trustsProxy = ['1', 'true'].includes(process.env.REBOUND_TRUST_PROXY ?? '')
const open = new Set()

const app = next({ dev: false, dir: process.cwd(), hostname, port })
const handle = app.getRequestHandler()
await app.prepare()

// A large upload over a slow line takes longer than Node's five minutes; headers keep their own limit.
const server = createServer({ requestTimeout: 0, keepAliveTimeout: 10_000 }, (request, response) => {
  open.add(response)
  response.on('close', () => open.delete(response))
  // Anybody can send these; they count only behind a proxy that we are told to trust. Next fills them from the socket.
  if (!trustsProxy) for (const name of FORWARDING) delete request.headers[name]
  if (isHttps(request)) response.setHeader('strict-transport-security', 'max-age=31536000')
  if (request.url.includes('%00')) return refuse(response)
  tellAway(response)
  compressAnswer(request, response)
  handle(request, response)
})

// The driver leaves some failures of a lost database to nobody; that is no reason to end. No text: it may quote a row.
process.on('unhandledRejection', (reason) => {
  console.error(`A failure that nobody heard: ${reason?.name} ${reason?.code ?? ''}`)
})

server.on('error', (error) => {
  console.error(`Rebound can't listen on ${hostname}:${port}: ${error.message}`)
  process.exit(1)
})
server.listen(port, hostname, () => process.send?.('ready'))

onStop(() => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  for (const response of open) {
    // A stream of events has no end to wait for; its reader connects again by itself.
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.socket?.destroy()
    else response.shouldKeepAlive = false
  }
  setTimeout(() => {
    server.closeAllConnections()
    process.exit(0)
  }, LAST_REQUESTS_MS)
})

/** A NUL is in no name, address or word of ours, and the database takes it in no text. */
function refuse(response) {
  response
    .writeHead(400, { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' })
    .end('This address holds a character that no page takes.\n')
}

/** Whether to ask browsers for https from now on, where proxy.ts does not: it sees pages only. */
function isHttps({ url = '', headers }) {
  if (!/^\/(api|_next)\//.test(url)) return false
  if (process.env.REBOUND_URL) return process.env.REBOUND_URL.startsWith('https:')
  return trustsProxy && String(headers['x-forwarded-proto']).split(',').at(-1).trim() === 'https'
}

/** A page that fails because the database is away is a 503: instrumentation.ts notes the time of such a failure. */
function tellAway(response) {
  const writeHead = response.writeHead
  response.writeHead = function (status, ...rest) {
    const away = status === 500 && Date.now() - (globalThis.__reboundDatabaseAway ?? 0) < 1000
    if (away) response.setHeader('retry-after', '5')
    return writeHead.call(this, away ? 503 : status, ...rest)
  }
}
