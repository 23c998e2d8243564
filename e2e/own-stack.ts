import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './own-server'

/** A whole `npm start` of a test's own, on a data folder of its own. */
export interface OwnStack {
  origin: string
  folder: string
  /** The process of `npm start`. */
  process: ChildProcess
  /** What its processes wrote so far. */
  said: () => string
  /** Kills the database's main process, as a crash does; it is started again by itself. */
  killDatabase: () => Promise<void>
  /** Ends everything; gives each line that any process of it wrote. */
  stop: () => Promise<string[]>
}

/** `given` is a data folder that outlives the stack. */
export async function startOwnStack(settings: Record<string, string>, given?: string): Promise<OwnStack> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'rebound-stack-')))
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      REBOUND_URL: '',
      REBOUND_DATA_DIR: folder,
      REBOUND_DIST_DIR: process.env.REBOUND_DIST_DIR ?? '.next-test',
      ...settings,
    } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        said += piece.toString()
        if (said.includes('Rebound runs.')) resolve()
      })
    }
    child.once('exit', () => reject(new Error(`It did not start:\n${said}`)))
  })
  await ready
  return {
    origin: `http://127.0.0.1:${port}`,
    folder,
    process: child,
    said: () => said,
    killDatabase: async () => {
      const file = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
      process.kill(Number(file.split('\n')[0]), 'SIGKILL')
    },
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      const database = await readFile(join(folder, 'postgres.log'), 'utf8')
      if (!given) await rm(folder, { recursive: true, force: true })
      return [...said.split('\n'), ...database.split('\n')]
    },
  }
}
