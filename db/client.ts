import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Starts } from '@/db/starts'
import * as schema from './schema'

interface Use {
  max?: number
  /** For answering requests: nobody waits longer than a minute for a statement. */
  web?: boolean
  starts?: Starts
  /** How its sessions are called in the server. */
  name?: string
}

const WEB = { statement_timeout: 60_000 }

/** Raw SQL client: COPY, LISTEN, the queue and hot queries. Plans are made per call, so searches stay fast on the tenth run. */
export function openSql(url: string, use: number | Use = {}): postgres.Sql {
  const { max = 10, web = false, starts, name }: Use = typeof use === 'number' ? { max: use } : use
  const sql = postgres(url, {
    max,
    connection: {
      plan_cache_mode: 'force_custom_plan',
      ...(web ? WEB : {}),
      ...(name && { application_name: name }),
    },
    // A server that is away must cost a request seconds, not half a minute.
    connect_timeout: web ? 3 : 4,
    backoff: (tries) => Math.min(tries * 0.25, 1),
    onnotice: () => {},
    onclose: starts?.onclose,
  })
  starts?.count(sql)
  return sql
}

/** Drizzle on a client of its own, because drizzle changes the client's parsers. */
export function openDb(url: string, use: number | Use = {}) {
  const client = openSql(url, use)
  return Object.assign(drizzle(client, { schema }), {
    close: () => client.end({ timeout: 5 }),
    /** Ends it now; what waits for an answer fails. */
    destroy: () => client.end({ timeout: 0 }),
  })
}

export type Db = ReturnType<typeof openDb>
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
