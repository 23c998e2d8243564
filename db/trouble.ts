import { codeOf, isAway } from '@/lib/away'

/** Host, port and name of a database, without user and password. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

/** One sentence for whoever set DATABASE_URL: why this database can't be used. */
export function troubleWith(url: string, error: unknown): string {
  const place = placeOf(url)
  const code = codeOf(error)
  if (isAway(error)) return `The database at ${place} does not answer (${code}).`
  if (code === '28P01' || code === '28000') return `DATABASE_URL: ${place} refuses this user or password.`
  if (code === '3D000') return `DATABASE_URL: the database ${place} does not exist. Create it first.`
  if (code === '42501') return `DATABASE_URL: this user may not create tables in ${place}.`
  const { message } = (error as { cause?: Error }).cause ?? (error as Error)
  return `The database ${place} could not be brought up to date: ${message}`
}
