import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  /** When the whole request was there, on this process's clock. */
  at: number
  id: string
  headers: Record<string, string>
  body: string
  email: string
}

export interface Receiver {
  url: string
  received: Received[]
  close: () => Promise<void>
}

type Answer = (response: ServerResponse, nth: number, request: IncomingMessage) => void

/** A real receiver on this machine; `answer` says what it does with the n-th request, 200 at once otherwise. */
export async function openReceiver(answer: Answer = (response) => response.end()): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      const email = (JSON.parse(body) as { data: { email?: string } }).data.email ?? ''
      received.push({ at: performance.now(), id: headers['webhook-id'] ?? '', headers, body, email })
      answer(response, received.length, request)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections()
      server.close(() => done())
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, close }
}
