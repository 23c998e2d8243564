import { setTimeout as wait } from 'node:timers/promises'
import { migrate } from '@/db/migrate'
import type { Database } from './database'

const AWAY = new Set(
  (
    'ECONNREFUSED ECONNRESET ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN CONNECT_TIMEOUT CONNECTION_CLOSED ' +
    'CONNECTION_ENDED CONNECTION_DESTROYED 57P03 53300'
  ).split(' '),
)

/** Migrates; while the server does not answer it says so once and tries every 3 s. What can't pass by itself throws. */
export async function migrateWhenReachable(
  { url, reportAway }: Database,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  for (let told = false; ; told = true) {
    try {
      return await migrate(url)
    } catch (error) {
      const code = codeOf(error)
      if (!AWAY.has(code)) throw new Error(sentence(code, url, error), { cause: error })
      if (!told) say(`The database at ${placeOf(url)} does not answer (${code}). Trying again every 3 s …`)
      reportAway()
    }
    await wait(3000, undefined, { signal })
  }
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code ?? (cause ? codeOf(cause) : '')
}

function sentence(code: string, url: string, error: unknown): string {
  if (code === '28P01' || code === '28000')
    return `DATABASE_URL: ${placeOf(url)} refuses this user or password.`
  if (code === '3D000') return `DATABASE_URL: the database ${placeOf(url)} does not exist. Create it first.`
  if (code === '42501') return `DATABASE_URL: this user may not create tables in ${placeOf(url)}.`
  const { message } = (error as { cause?: Error }).cause ?? (error as Error)
  return `The database ${placeOf(url)} could not be brought up to date: ${message}`
}

/** Host, port and name, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
