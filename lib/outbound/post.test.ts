import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readAllowList } from './allow-list'
import { NotSentInTime } from './failure-words'
import { post, REPLY_BYTES, type Outbound } from './post'
import type { Resolve } from './target'

// Real sockets on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000 })

const NOBODY: Outbound = { allow: readAllowList([]) }
const message = (url: string, timeoutMs = 2_000) => ({ url, headers: {}, body: '{}', timeoutMs })

/** Every way we know to write an address that is not on the public internet; `{port}` is a listener's. */
const SPELLINGS = [
  'https://127.0.0.1:{port}/',
  'https://localhost:{port}/',
  'https://localhost.:{port}/',
  'https://LOCALHOST:{port}/',
  'https://127.1:{port}/',
  'https://127.0.1:{port}/',
  'https://2130706433:{port}/',
  'https://0x7f000001:{port}/',
  'https://0x7f.0.0.1:{port}/',
  'https://0177.0.0.1:{port}/',
  'https://017700000001:{port}/',
  'https://127.0.0.1.:{port}/',
  'https://１２７.0.0.1:{port}/',
  'https://127。0。0。1:{port}/',
  'https://0.0.0.0:{port}/',
  'https://0:{port}/',
  'https://[::1]:{port}/',
  'https://[::]:{port}/',
  'https://[0:0:0:0:0:0:0:1]:{port}/',
  'https://[::ffff:127.0.0.1]:{port}/',
  'https://[::ffff:7f00:1]:{port}/',
  'https://[::127.0.0.1]:{port}/',
  'https://[64:ff9b::7f00:1]:{port}/',
  'https://[64:ff9b:1::7f00:1]:{port}/',
  'https://[2002:7f00:1::]:{port}/',
  'https://[2001:0:7f00:1::]:{port}/',
  'https://[fe80::1]:{port}/',
  'https://[fc00::1]:{port}/',
  'https://[fd12:3456::1]:{port}/',
  'https://[ff02::1]:{port}/',
  'https://10.0.0.1:{port}/',
  'https://172.16.0.1:{port}/',
  'https://172.31.255.255:{port}/',
  'https://192.168.1.1:{port}/',
  'https://169.254.169.254:{port}/latest/meta-data/',
  'https://100.64.0.1:{port}/',
  'https://198.18.0.1:{port}/',
  'https://255.255.255.255:{port}/',
  'https://user:secret@127.0.0.1:{port}/',
  'http://127.0.0.1:{port}/',
  'file:///etc/passwd',
  'ftp://127.0.0.1:{port}/',
  'gopher://127.0.0.1:{port}/',
]

describe('the guard', () => {
  let listener: TcpServer
  let port = 0
  let connections = 0
  beforeEach(async () => {
    connections = 0
    listener = createTcpServer((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((done) => listener.listen(0, '::', done))
    port = (listener.address() as AddressInfo).port
  })
  afterEach(() => new Promise((done) => listener.close(done)))

  it.each(SPELLINGS)('never connects to %s', async (spelling) => {
    const answer = await post(message(spelling.replace('{port}', String(port))), NOBODY)
    expect(answer).toMatchObject({ ok: false, status: null })
    expect(answer.failure).not.toBe('')
    expect(connections).toBe(0)
  })

  it('refuses a name that leads inside, also as one of several addresses', async () => {
    for (const inside of ['127.0.0.1', '10.1.2.3', '::1', '::ffff:10.0.0.1', 'fe80::1%eth0']) {
      const resolve: Resolve = async () => [
        { address: '8.8.8.8', family: 4 },
        { address: inside, family: inside.includes(':') ? 6 : 4 },
      ]
      const answer = await post(message(`https://hooks.example:${port}/`), { ...NOBODY, resolve })
      expect(answer.failure).toContain('private network')
    }
    expect(connections).toBe(0)
  })

  it('connects to the address it checked, whatever the name leads to a moment later', async () => {
    let asked = 0
    const resolve: Resolve = async () => [
      { address: (asked += 1) === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 },
    ]
    const allow = readAllowList(['192.0.2.0/24'])
    const answer = await post(message(`https://rebind.example:${port}/`, 300), { allow, resolve })
    expect(answer.ok).toBe(false)
    expect(asked).toBe(1)
    expect(connections).toBe(0)
  })

  it('connects where the server’s operator allows it, and there only', async () => {
    const to = (host: string, allowed: string[]) =>
      post(message(`http://${host}:${port}/`), { allow: readAllowList(allowed) })
    await to('127.0.0.1', ['127.0.0.1:1'])
    await to('localhost', ['example.com'])
    expect(connections).toBe(0)
    await to('127.0.0.1', [`127.0.0.1:${port}`])
    await to('localhost', ['localhost'])
    await to('127.0.0.1', ['127.0.0.0/8'])
    expect(connections).toBe(3)
    expect(() => readAllowList(['https://x'])).toThrow('neither')
  })
})

describe('a post', () => {
  let server: Server
  const answerWith = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?x=1`
  }
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })
  const LOCAL: Outbound = { allow: readAllowList(['127.0.0.1']) }

  it('sends body and headers, and gives what came back', async () => {
    const seen: string[] = []
    const url = await answerWith((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${request.headers['webhook-id']} ${body}`)
        response.writeHead(202).end('taken')
      })
    })
    const answer = await post({ ...message(url), headers: { 'webhook-id': 'm1' }, body: '{"a":"ä"}' }, LOCAL)
    expect(answer).toMatchObject({ ok: true, status: 202, reply: 'taken', failure: '' })
    expect(seen).toEqual(['POST /hook?x=1 m1 {"a":"ä"}'])
  })

  it('does not follow a redirect', async () => {
    let calls = 0
    const url = await answerWith((_, response) => {
      calls += 1
      response.writeHead(301, { location: url }).end()
    })
    expect(await post(message(url), LOCAL)).toMatchObject({ ok: false, status: 301 })
    expect(calls).toBe(1)
  })

  it('reads at most 64 kB of an endless reply, and does not wait for a slow one', async () => {
    let sent = 0
    const url = await answerWith((_, response) => {
      response.writeHead(200)
      const push = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 16_384
          if (!response.write('x'.repeat(16_384))) return void response.once('drain', push)
        }
      }
      push()
    })
    const answer = await post(message(url), LOCAL)
    expect(answer.ok).toBe(true)
    expect(answer.reply.length).toBe(REPLY_BYTES)
    expect(sent).toBeLessThan(20_000_000)
    server.closeAllConnections()
    const slow = await answerWith((_, response) => void response.writeHead(200).write('a'))
    expect(await post(message(slow, 10_000), LOCAL)).toMatchObject({ ok: true, reply: 'a' })
  })

  it('tells a time-out, a cut connection, a closed port and Retry-After', async () => {
    const silent = await answerWith(() => undefined)
    expect((await post(message(silent, 200), LOCAL)).failure).toMatch(/^No answer within/)
    server.closeAllConnections()
    const cut = await answerWith((request) => request.socket.destroy())
    expect((await post(message(cut), LOCAL)).failure).toBe('The receiver cut the connection.')
    const busy = await answerWith((_, response) => response.writeHead(429, { 'retry-after': '7' }).end())
    expect(await post(message(busy), LOCAL)).toMatchObject({ ok: false, status: 429, retryAfter: '7' })
    await new Promise((done) => server.close(done))
    expect((await post(message(busy), LOCAL)).failure).toBe('Nothing listens there.')
  })
})

describe('a message that may leave only until a moment', () => {
  let server: Server
  let url: string
  let heard: number
  const outbound = (resolve: Resolve): Outbound => ({ allow: readAllowList(['hooks.test']), resolve })
  const address = { address: '127.0.0.1', family: 4 }
  beforeEach(async () => {
    heard = 0
    server = createServer((_, response) => {
      heard++
      setTimeout(() => response.end('ok'), 50)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    url = `http://hooks.test:${(server.address() as AddressInfo).port}/`
  })
  afterEach(() => new Promise((done) => server.close(done)))

  it('does not leave later, however slow the way there was', async () => {
    const by = new AbortController()
    const slow: Resolve = () => {
      by.abort(new NotSentInTime())
      return Promise.resolve([address])
    }
    const answer = await post({ ...message(url), sendBy: by.signal }, outbound(slow))
    expect(answer).toMatchObject({ ok: false, status: null, failure: 'The connection was not made in time.' })
    expect(heard).toBe(0)
  })

  it('is answered where it had left before', async () => {
    const by = new AbortController()
    const onSent = () => by.abort(new NotSentInTime())
    const answer = await post(
      { ...message(url), sendBy: by.signal, onSent },
      outbound(() => Promise.resolve([address])),
    )
    expect(answer).toMatchObject({ ok: true, status: 200 })
    expect([heard, by.signal.aborted]).toEqual([1, true])
  })
})
