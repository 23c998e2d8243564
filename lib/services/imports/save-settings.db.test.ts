import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { getImport } from './get-import'
import { previewImport } from './preview-import'
import { saveSettings } from './save-settings'
import { upload } from './testing/files'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const SENDGRID =
  'status,reason,email,created\n5.1.1,550 5.1.1 User unknown,nora@hillside.example,1756890842\n'

test('a format chosen by hand stays, takes its columns along, and is remembered for the header', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, SENDGRID)
  const settings = async (id: string) => value(await getImport(ctx, { importId: id })).settings
  const first = await settings(importId)
  expect(first.format).toBe('sendgrid')
  value(await saveSettings(ctx, { importId, format: 'generic' }))
  expect((await settings(importId)).format).toBe('generic')

  const mapping = (await settings(importId)).mapping.map((field) =>
    field === 'enhancedCode' ? ('ignore' as const) : field,
  )
  value(await saveSettings(ctx, { importId, mapping }))
  expect(await settings(importId)).toMatchObject({ format: 'generic', mapping })

  const second = await upload(ctx, SENDGRID.replace('nora', 'tom'))
  expect(await settings(second)).toMatchObject({ format: 'generic', mapping })
  value(await saveSettings(ctx, { importId, ...first }))
  expect(await settings(importId)).toEqual(first)
})

test('a file is not read as what it can’t be, and says so', async () => {
  const ctx = await addWorkspace(database)
  const importId = await upload(ctx, SENDGRID)
  const refused = await saveSettings(ctx, { importId, format: 'mail' })
  expect(refused).toMatchObject({
    ok: false,
    error: { fields: { format: expect.stringContaining('mails') } },
  })
  value(await saveSettings(ctx, { importId, format: 'postfix' }))
  expect(value(await previewImport(ctx, { importId }))).toMatchObject({ rows: [], unreadable: null })
  value(await saveSettings(ctx, { importId, format: 'sendgrid' }))
  expect(value(await previewImport(ctx, { importId })).rows).toHaveLength(1)
})
