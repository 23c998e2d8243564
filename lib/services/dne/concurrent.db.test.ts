import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { pick, seeded } from '@/db/testing/random-bounces'
import { openDb, openSql } from '@/db/client'
import { addEntries } from './add-entries'
import { entryIdOf } from '@/db/queries/dne/entry-id'
import { removeEntries } from './remove-entries'
import { counted, openDesk } from './testing/desk'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const CLIENTS = 4
const EDITS = 200

it(
  'four clients add and remove at random: the last commit stands, each change is written down once',
  { timeout: 120_000 },
  async () => {
    const desk = await openDesk(database)
    const values = Array.from({ length: 50 }, (_, i) => `p${i}@acme.test`)
    const failures: string[] = []
    const edit = async (client: number) => {
      const sql = openSql(database.url, 1)
      const db = openDb(database.url, 1)
      const random = seeded(client + 1)
      try {
        for (let i = 0; i < EDITS; i++) {
          const some =
            random() < 0.9
              ? [pick(random, values)]
              : [pick(random, values), pick(random, values), pick(random, values)]
          const ctx = { ...desk.ctx(), sql, db }
          const result =
            random() < 0.5
              ? await addEntries(ctx, { entries: some, reason: 'manual' })
              : await removeEntries(ctx, {
                  select: { ids: some.map((value) => entryIdOf(desk.workspace.id, value)) },
                  why: 'random',
                })
          if (!result.ok) failures.push(result.error.code)
        }
      } finally {
        await Promise.all([sql.end(), db.close()])
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, (_, client) => edit(client)))
    expect(failures).toEqual([])

    // Acts in the order of their commits, replayed one by one, come to what stands; every step starts where the one before ended.
    const steps = await database.sql<{ value: string; added: boolean; wasThere: boolean }[]>`
      select c.value, c.after is not null as added, c.before is not null as "wasThere" from activity a
      join dne_changes c on c.workspace_id = a.workspace_id and c.act_id = a.subject_id
      where a.workspace_id = ${desk.workspace.id} order by a.seq`
    const standing = new Set<string>()
    for (const { value, added, wasThere } of steps) {
      expect(wasThere).toBe(standing.has(value))
      if (added) standing.add(value)
      else standing.delete(value)
    }
    expect(await desk.listed()).toEqual([...standing].map((value) => `${value} manual`).sort())
    const [rows] = await database.sql<{ acts: number; activity: number; empty: number }[]>`
      select (select count(*)::int from dne_acts where workspace_id = ${desk.workspace.id}) as acts,
        (select count(*)::int from activity where workspace_id = ${desk.workspace.id}) as activity,
        (select count(*)::int from dne_acts a where workspace_id = ${desk.workspace.id} and not exists (
          select 1 from dne_changes c where c.workspace_id = a.workspace_id and c.act_id = a.id)) as empty`
    expect(rows!.activity).toBe(rows!.acts)
    expect(rows!.empty).toBe(0)
    expect(steps.length).toBeGreaterThan(EDITS)
    const [counter, recount] = await counted(database, desk)
    expect(counter).toBe(recount)
    expect(recount).toBe(standing.size)
  },
)
