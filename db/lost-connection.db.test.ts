import type { Sql } from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSql } from '@/db/client'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { openWire, type Wire } from '@/db/testing/wire'
import { codeOf } from '@/lib/away'

// scripts/start/mend-driver.mjs makes these true; the driver as it comes ends the process, or never writes again.
const ROUNDS = 4

let database: TestDatabase
let wire: Wire
let sql: Sql
beforeEach(async () => {
  database = await createTestDatabase()
  wire = await openWire(database.url)
  sql = openSql(wire.url, 1)
  await database.sql`create table marks (n integer)`
})
afterEach(async () => {
  await sql.end({ timeout: 1 })
  await wire.close()
  await database.close()
})

function cut(): void {
  wire.set('refuses')
  wire.set('passes')
}

function gate(): { open: () => void; opened: Promise<void> } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

/** The code a transaction fails with, or `committed`. */
function endOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'committed', codeOf)
}

async function isAsleep(): Promise<boolean> {
  const rows = await database.sql`
    select 1 from pg_stat_activity where datname = current_database() and query = 'select pg_sleep(5)' and state = 'active'`
  return rows.length > 0
}

test('a transaction that loses its connection in a statement fails; the client goes on', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const work = sql.begin((tx) => tx`select pg_sleep(5)`)
    const end = endOf(work)
    await expect.poll(isAsleep).toBe(true)
    cut()
    expect(await end).toBe('CONNECTION_CLOSED')
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    await database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(5)'`
  }
})

test('a transaction that lost its connection writes nothing more, not on the next connection either', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [begun, later, ended] = [gate(), gate(), gate()]
    const work = sql.begin(async (tx) => {
      await tx`select 1`
      begun.open()
      await later.opened
      await tx`insert into marks values (${round})`.catch(() => undefined).finally(ended.open)
    })
    const end = endOf(work)
    await begun.opened
    cut()
    expect(await end).toBe('CONNECTION_CLOSED')
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    later.open()
    await ended.opened
    expect(await sql`select n from marks`).toEqual([])
  }
})
