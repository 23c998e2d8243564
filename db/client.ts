import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

/** Raw SQL client: COPY, LISTEN, the queue and hot queries. Plans are made per call, so searches stay fast on the tenth run. */
export function openSql(url: string, max = 10): postgres.Sql {
  return postgres(url, {
    max,
    connection: { plan_cache_mode: 'force_custom_plan' },
    // A server that is away must cost a request seconds, not half a minute.
    connect_timeout: 4,
    backoff: (tries) => Math.min(tries * 0.25, 1),
    onnotice: () => {},
  })
}

/** Drizzle on a client of its own, because drizzle changes the client's parsers. */
export function openDb(url: string, max = 10) {
  const client = openSql(url, max)
  return Object.assign(drizzle(client, { schema }), { close: () => client.end({ timeout: 5 }) })
}

export type Db = ReturnType<typeof openDb>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
