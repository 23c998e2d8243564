import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

type Mode = 'passes' | 'silent' | 'refuses' | 'full'

/** A wire to a database that a test can cut: `silent` loses every byte and says nothing, `refuses` hangs up, `full` has no connection left. */
export interface Wire {
  url: string
  set: (mode: Mode) => void
  close: () => Promise<void>
}

/** What Postgres says when `max_connections` are in use. */
const fields = 'SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0'
const NONE_LEFT = Buffer.concat([Buffer.from('E'), lengthOf(fields), Buffer.from(fields)])

function lengthOf(text: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(text.length + 4)
  return length
}

/** Opens a wire on loopback that leads to the database of `url`. */
export async function openWire(url: string): Promise<Wire> {
  const far = new URL(url)
  let mode: Mode = 'passes'
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    if (mode === 'refuses') return void near.destroy()
    if (mode === 'full')
      return void near.once('data', () => near.end(NONE_LEFT)).on('error', () => near.destroy())
    const there = connect(Number(far.port || 5432), far.hostname)
    for (const [from, to] of [
      [near, there],
      [there, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => mode === 'passes' && to.write(bytes))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        if (mode !== 'silent') to.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const wire = new URL(url)
  wire.hostname = '127.0.0.1'
  wire.port = String((server.address() as AddressInfo).port)
  const hangUp = () => sockets.forEach((socket) => socket.destroy())
  return {
    url: wire.toString(),
    set: (next) => {
      mode = next
      if (next === 'refuses' || next === 'full') hangUp()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        hangUp()
      }),
  }
}
