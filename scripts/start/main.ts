import { resolve } from 'node:path'
import { EnvError, env } from '@/lib/env'
import { buildIfChanged } from './build'
import { openDatabase } from './database'
import { makeFirstAdmin, hasUsers } from './first-admin'
import { addressOf, isFree } from './address'
import { migrateWhenReachable } from './migrate'
import { startServices } from './services'
import { stopOnSignal, type Stopper } from './stopper'

const say = (line: string) => console.log(line)

/** Starts everything and returns; what runs then keeps the process alive until a signal ends it. */
export async function main({ development }: { development: boolean }): Promise<void> {
  const stopper = stopOnSignal(say)
  try {
    await run(development, stopper)
  } catch (error) {
    if (stopper.signal.aborted) return
    const heading = error instanceof EnvError ? 'These settings can’t be used:\n' : ''
    console.error(`\n${heading}${error instanceof Error ? error.message : String(error)}`)
    await stopper.stop(1)
  }
}

async function run(development: boolean, stopper: Stopper): Promise<void> {
  const settings = env()
  const address = addressOf(settings)
  const database = await openDatabase(resolve(settings.REBOUND_DATA_DIR), address, stopper, say)
  if (database === 'runs already') return stopper.stop(0)
  if (!(await isFree(settings.HOST, settings.PORT))) {
    const next = settings.PORT + 1
    throw new Error(
      `PORT ${settings.PORT} is taken by another program. Choose another: PORT=${next} npm start`,
    )
  }
  const migrated = migrateWhenReachable(database, stopper.signal, say).then(() =>
    makeFirstAdmin(database.url, say),
  )
  migrated.catch(() => {}) // awaited below; until then a failure must not end the process
  // A Postgres elsewhere may be away: then the pages come up and say so, and all goes on when it is back.
  const reachable = await Promise.race([migrated.then(() => true), database.away.then(() => false)])
  if (!development) await buildIfChanged(settings.REBOUND_DIST_DIR, stopper.signal, say)
  stopper.signal.throwIfAborted()

  const services = startServices({ development, database, address, stopper, say })
  await services.web
  const signIn =
    reachable && !(await hasUsers(database.url)) ? `${address}/set-up to make your account` : address
  say(`\n  Rebound runs. Open ${signIn}\n  Ctrl-C stops it.\n`)
  await migrated
  services.startWorker()
}
