import PgBoss from 'pg-boss'
import type { Sql } from 'postgres'
import { log } from '@/lib/log'

/** The queue on a client of its own (max 1: it writes its own transactions); the tables stay in the schema `pgboss`. */
export async function openQueue(sql: Sql): Promise<PgBoss> {
  const boss = new PgBoss({
    db: {
      async executeSql(text, values) {
        const given = (values ?? []).map((value: unknown) => (value === undefined ? null : value))
        const result = await sql.unsafe(text, given as never[])
        return { rows: lastRows(result) }
      },
    },
    schedule: false,
    maintenanceIntervalSeconds: 60,
  })
  boss.on('error', (error) =>
    log.warn({ code: (error as { code?: unknown }).code }, 'the queue met an error'),
  )
  await boss.start()
  return boss
}

/** Several statements at once give several results; the queue wants the rows of the last. */
function lastRows(result: unknown): object[] {
  const list = result as object[]
  const last = list.at(-1)
  return Array.isArray(last) ? (last as object[]) : [...list]
}
