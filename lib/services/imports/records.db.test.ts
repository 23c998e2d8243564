import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { countsAddUp } from '@/lib/ingest/counts'
import type { Deps } from '@/lib/jobs/imports/work'
import { addWorkspace } from '@/lib/services/testing/people'
import { countsIn, importAll, openWorker } from './testing/files'

let database: TestDatabase
let deps: Deps
beforeAll(async () => {
  database = await createTestDatabase()
  deps = openWorker(database)
})
afterAll(async () => {
  await deps.sql.end({ timeout: 5 })
  await database.close()
})

test('counts the rows of a file apart from the recipients they name', async () => {
  const ctx = await addWorkspace(database)
  // Enough for several batches, the last row of which may name several too.
  const several = (i: number) => (i % 100 === 99 ? `a${i}@x.example; b${i}@x.example` : `a${i}@x.example`)
  const rows = Array.from(
    { length: 3_000 },
    (_, i) => `"${several(i)}","550 5.1.1 ${'no such user here '.repeat(160)}",2026-01-05T00:00:00Z`,
  )
  const file = ['email,diagnostic,occurred at', ...rows, 'nonsense,550,2026-01-05T00:00:00Z', ''].join('\n')
  const counts = countsIn(await importAll(deps, ctx, file))
  expect(counts).toMatchObject({ records: 3_001, rows: 3_031, new: 3_030, rejected: { bad_address: 1 } })
  expect(countsAddUp(counts)).toBe(true)
})
