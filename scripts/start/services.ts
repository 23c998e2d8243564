import { childEnv, env } from '@/lib/env'
import type { Database } from './database'
import { workerIn } from './bundle-worker'
import { workerMemory, webMemory } from './memory'
import { keepRunning } from './keep-running'
import type { Stopper } from './stopper'

const PATIENCE_MS = 4000

interface Options {
  development: boolean
  database: Database
  address: string
  stopper: Stopper
  say: (line: string) => void
}

/** Starts the web process and, when the caller says so, the worker; both are ended by the stopper, together. */
export function startServices({ development, database, address, stopper, say }: Options) {
  const { PORT, HOST, REBOUND_DIST_DIR, REBOUND_URL } = env()
  const environment = childEnv({
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    REBOUND_SECRET: database.secret,
    REBOUND_DIST_DIR,
    NEXTAUTH_URL: REBOUND_URL ?? address,
    PORT: String(PORT),
    HOST,
  })
  const webArgs = development
    ? ['node_modules/next/dist/bin/next', 'dev', '--hostname', HOST, '--port', String(PORT)]
    : ['scripts/start/web.mjs']
  const webEnvironment = development ? environment : { ...environment, ...webMemory(environment) }
  const web = keepRunning({ name: 'web process', args: webArgs, env: webEnvironment, say })
  const running = [web]
  stopper.onStop(async () => void (await Promise.all(running.map((service) => service.stop(PATIENCE_MS)))))
  const startWorker = () => {
    if (stopper.signal.aborted) return
    const args = development ? ['--import', 'tsx', 'scripts/start/worker.ts'] : [workerIn(REBOUND_DIST_DIR)]
    const env = { ...environment, ...workerMemory(environment) }
    running.push(keepRunning({ name: 'worker', args, env, say }))
  }
  return { web: development ? Promise.resolve() : web.ready, startWorker }
}
