import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { APP_ROLE, prepareDatabase } from './app-role'
import { serverBinaries } from './binaries'
import { createCluster, identity, SUPERUSER, withClusterPath, type Footing } from './cluster'
import { serverOwner } from './owner'
import { findPostmaster, isAlive } from './postmaster'

const DATABASE = 'rebound'
const RECOVERY_MS = 15 * 60_000
const RETRY_MS = 30_000
const LOG_LIMIT = 10_000_000

export interface EmbeddedOptions {
  /** The data folder; the cluster is its `postgres`, the log its `postgres.log`. */
  folder: string
  password: string
  settings: Record<string, string>
  /** Where to listen; a free port where none is given. An adopted server keeps its own. */
  port?: number
}

export interface EmbeddedServer {
  url: string
  port: number
  pid: number
  /** It ran already: the process that started it was killed. */
  adopted: boolean
  isRunning: () => boolean
  stop: () => Promise<void>
}

/** Starts the PostgreSQL of a data folder, or adopts the one that still runs on it; resolves once it answers. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = join(options.folder, 'postgres')
  const owner = await serverOwner(cluster)
  const footing = { bin: await serverBinaries(owner), owner }
  await createCluster(cluster, options.password, footing)
  for (const deadline = Date.now() + RETRY_MS; ; await wait(500)) {
    try {
      return await launch(cluster, footing, options)
    } catch (error) {
      // Children of a killed server hold its memory for a moment, and another program may have taken the port.
      if (!(error instanceof StartError) || !error.passing || Date.now() > deadline) throw error
    }
  }
}

class StartError extends Error {
  override name = 'StartError'
  passing: boolean
  constructor(said: string) {
    super(`Postgres did not start:\n${said}`)
    this.passing =
      /pre-existing shared memory|lock file .* already exists|could not bind|Address already in use/.test(
        said,
      )
  }
}

async function launch(cluster: string, footing: Footing, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const running = await findPostmaster(cluster)
  if (running) {
    await untilItAnswers(running.port, () => isAlive(running.pid), options)
    return control(options, running.port, running.pid, true)
  }
  const port = options.port ?? (await freePort())
  const child = await spawnServer(cluster, footing, port, options)
  await untilItAnswers(port, () => child.exitCode === null && child.signalCode === null, options)
  return control(options, port, child.pid ?? 0, false)
}

async function spawnServer(
  cluster: string,
  { bin, owner }: Footing,
  port: number,
  { folder, settings }: EmbeddedOptions,
): Promise<ChildProcess> {
  const all = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await openLog(join(folder, 'postgres.log'))
  try {
    return await withClusterPath(cluster, owner, async (path, inherited) => {
      const stdio = ['ignore', log.fd, log.fd, ...inherited] as const
      const options = { ...identity(owner), detached: true, stdio: [...stdio] }
      const child = spawn(join(bin, 'bin', 'postgres'), ['-D', path, ...args], options)
      await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
      child.unref()
      return child
    })
  } finally {
    await log.close()
  }
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
}

/** Waits for the first answer, through crash recovery where there is one, and sees that our role and database exist. */
async function untilItAnswers(
  port: number,
  alive: () => boolean,
  { folder, password }: EmbeddedOptions,
): Promise<void> {
  for (const deadline = Date.now() + RECOVERY_MS; Date.now() < deadline; await wait(50)) {
    if (!alive()) throw new StartError(await lastWords(folder))
    if (await answers(port, password)) return
  }
  throw new StartError(await lastWords(folder))
}

async function answers(port: number, password: string): Promise<boolean> {
  try {
    await prepareDatabase(urlOf(SUPERUSER, port, password), DATABASE, password)
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    // 28P01: the server is there and will never take this password.
    if (code === '28P01')
      throw new Error('The database of this data folder has another password than secrets.json.', {
        cause: error,
      })
    return false
  }
}

async function lastWords(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-8).join('\n')
}

function control({ password }: EmbeddedOptions, port: number, pid: number, adopted: boolean): EmbeddedServer {
  const url = urlOf(APP_ROLE, port, password)
  return { url, port, pid, adopted, isRunning: () => isAlive(pid), stop: () => stopServer(pid) }
}

/** A fast shutdown; past 7 s an immediate one, from which the next start recovers without loss. */
async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 7000],
    ['SIGQUIT', 2000],
  ] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (const deadline = Date.now() + patience; isAlive(pid) && Date.now() < deadline; await wait(25));
  }
}

function urlOf(user: string, port: number, password: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string')
    throw new Error('This system gave no port to listen on.')
  return address.port
}
