import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/id'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { remembered } from './remembered'

let database: TestDatabase
const workspaceId = newId()

beforeAll(async () => {
  database = await createTestDatabase()
  await database.sql`
    insert into workspaces (id, slug, name, time_zone, created_at) values (${workspaceId}, 'kept', 'Kept', 'UTC', now())`
})
afterAll(() => database.close())

const change = () =>
  database.sql`update workspaces set data_version = data_version + 1 where id = ${workspaceId}`

describe('remembered', () => {
  it('works once for everybody who asks, and once more after a change', async () => {
    let worked = 0
    const ask = () => remembered(database.sql, workspaceId, 'a', () => ({ count: Promise.resolve(++worked) }))
    const all = await Promise.all(Array.from({ length: 5 }, ask))
    expect(new Set(await Promise.all(all.map(({ count }) => count)))).toEqual(new Set([1]))
    await change()
    expect(await (await ask()).count).toBe(2)
    expect(await (await ask()).count).toBe(2)
  })

  it('tells keys apart', async () => {
    const ask = (key: string) =>
      remembered(database.sql, workspaceId, key, () => ({ key: Promise.resolve(key) }))
    expect(await (await ask('b')).key).toBe('b')
    expect(await (await ask('c')).key).toBe('c')
  })

  it('keeps no failure', async () => {
    let worked = 0
    const ask = () =>
      remembered(database.sql, workspaceId, 'd', () => ({
        fine: Promise.resolve(1),
        count: ++worked === 1 ? Promise.reject(new Error('away')) : Promise.resolve(worked),
      }))
    await expect((await ask()).count).rejects.toThrow('away')
    expect(await (await ask()).count).toBe(2)
  })
})
