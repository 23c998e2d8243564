import type { Sql } from 'postgres'

export interface LimitRule {
  key: string
  max: number
  seconds: number
  now: Date
}

export interface Taken {
  allowed: boolean
  /** How many were taken in this window, this one included. */
  count: number
  retryAfterSeconds: number
}

/** Counts one use against a limit, in one statement, so that parallel callers can't pass it together. */
export async function takeOne(sql: Sql, { key, max, seconds, now }: LimitRule): Promise<Taken> {
  const oldest = new Date(now.getTime() - seconds * 1000)
  const rows = await sql<{ count: number; windowStart: Date }[]>`
    insert into limits as l (key, count, window_start) values (${key}, 1, ${now})
    on conflict (key) do update set
      count = case when l.window_start <= ${oldest} then 1 else l.count + 1 end,
      window_start = case when l.window_start <= ${oldest} then excluded.window_start else l.window_start end
    returning count, window_start as "windowStart"`
  const { count, windowStart } = rows[0]!
  const left = Math.ceil((windowStart.getTime() - oldest.getTime()) / 1000)
  return { allowed: count <= max, count, retryAfterSeconds: Math.max(1, left) }
}

/** Gives one use back: what a limit on failures does after a success. */
export async function giveBack(sql: Sql, key: string): Promise<void> {
  await sql`update limits set count = greatest(count - 1, 0) where key = ${key}`
}

/** Forgets a key's uses. */
export async function clearLimit(sql: Sql, key: string): Promise<void> {
  await sql`delete from limits where key = ${key}`
}

/** Removes windows that ended long ago; gives how many. */
export async function dropOldLimits(sql: Sql, before: Date): Promise<number> {
  return (await sql`delete from limits where window_start < ${before}`).count
}
