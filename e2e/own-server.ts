import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { ADMIN_STATE } from './admin'

/** A web process of a test's own, of the same build as the server under test. */
export interface OwnServer {
  origin: string
  /** Asks as the admin of the tests; redirects are not followed. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
  isRunning: () => boolean
  stop: () => Promise<void>
}

export async function startOwnServer(settings: Record<string, string>): Promise<OwnServer> {
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start/web.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      REBOUND_DIST_DIR: process.env.REBOUND_DIST_DIR ?? '.next-test',
      REBOUND_LOG_LEVEL: 'silent',
      REBOUND_URL: '',
      ...settings,
    } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await once(child, 'message', { signal: AbortSignal.timeout(60_000) })
  const origin = `http://127.0.0.1:${port}`
  const cookie = await adminCookie()
  return {
    origin,
    ask: (path, init = {}) =>
      fetch(origin + path, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } }),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function adminCookie(): Promise<string> {
  const state = JSON.parse(await readFile(ADMIN_STATE, 'utf8')) as {
    cookies: { name: string; value: string }[]
  }
  return state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
