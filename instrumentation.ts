import { isAway } from '@/lib/away'

/** Called by Next for every error that nothing caught. The server's entry answers 503 where the database was away. */
export function onRequestError(error: unknown): void {
  if (isAway(error)) (globalThis as { __reboundDatabaseAway?: number }).__reboundDatabaseAway = Date.now()
}
