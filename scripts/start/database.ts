import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { openDataFolder } from '@/db/embedded/data-folder'
import { keepSecrets } from '@/db/embedded/secrets'
import type { EmbeddedServer } from '@/db/embedded/server'
import { env } from '@/lib/env'
import { takeLock } from './lock'
import type { Stopper } from './stopper'

export interface Database {
  url: string
  /** The key that signs sessions and links. */
  secret: string
  /** Resolves when a Postgres elsewhere turns out not to answer; our own always does. */
  away: Promise<void>
  reportAway: () => void
}

/** The database of DATABASE_URL, else our own in the data folder, watched from here on. */
export async function openDatabase(
  folder: string,
  address: string,
  stopper: Stopper,
  say: (line: string) => void,
): Promise<Database | 'runs already'> {
  const { DATABASE_URL, REBOUND_SECRET } = env()
  let reportAway = () => {}
  const away = new Promise<void>((resolve) => (reportAway = resolve))
  if (DATABASE_URL) {
    const { secret } = REBOUND_SECRET ? { secret: REBOUND_SECRET } : await keepSecrets(folder)
    return { url: DATABASE_URL, secret, away, reportAway }
  }
  await mkdir(folder, { recursive: true })
  const lock = await takeLock(join(folder, 'rebound.lock'), address)
  if ('holder' in lock) return refuse(lock.holder, folder, address, say)
  stopper.onStop(lock.release)
  const { server, secrets } = await openDataFolder(folder)
  const where = `${relative('', folder) || folder}/postgres`
  say(server.adopted ? `Took over the database that still runs in ${where}` : `Database started in ${where}`)
  watch(server, folder, stopper, say)
  return { url: server.url, secret: REBOUND_SECRET ?? secrets.secret, away, reportAway }
}

function refuse(
  holder: { pid: number; address: string },
  folder: string,
  address: string,
  say: (line: string) => void,
): 'runs already' {
  const sentence = `Rebound already runs on this data folder: ${holder.address} (process ${holder.pid})`
  if (holder.address !== address) {
    throw new Error(
      `${sentence}.\nStop that one first, or give this one another REBOUND_DATA_DIR than ${folder}.`,
    )
  }
  say(`${sentence}.`)
  return 'runs already'
}

/** Looks once a second; a server that was killed is started again on its port, so that every URL stays right. */
function watch(first: EmbeddedServer, folder: string, stopper: Stopper, say: (line: string) => void): void {
  let server = first
  let looking = Promise.resolve()
  const look = async () => {
    if (stopper.signal.aborted || server.isRunning()) return
    say('The database ended; it starts again.')
    try {
      server = (await openDataFolder(folder, first.port)).server
      say('The database runs again.')
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    }
  }
  const timer = setInterval(() => (looking = looking.then(look)), 1000)
  stopper.onStop(async () => {
    clearInterval(timer)
    await looking
    await server.stop()
  })
}
