import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { CheckCounts } from '@/lib/ingest/lists/counts'
import type { Context } from '@/lib/services/context'
import { addMember, addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { choose } from './choose'
import { discardFile } from './discard-file'
import { downloadCheck } from './download-check'
import { openFile } from './open-file'
import { readFile, textOf } from './testing/list-files'

let database: TestDatabase
let ctx: Context

beforeAll(async () => {
  database = await createTestDatabase()
  ctx = { ...(await addWorkspace(database)), now: new Date() }
  await list('ann@x.io', 'unsubscribe')
  await list('bob@x.io', 'bounce', { category: 'invalid_recipient' })
  await list('acme.io', 'manual', { scope: 'domain' })
  await list('rest@x.io', 'bounce', { category: 'mailbox_full', until: new Date(Date.now() + 86_400_000) })
  await list('over@x.io', 'bounce', { category: 'mailbox_full', until: new Date(Date.now() - 1000) })
})
afterAll(() => database.close())

async function list(
  address: string,
  reason: string,
  more: { category?: string; scope?: string; until?: Date } = {},
): Promise<void> {
  await database.sql`
    insert into dne_reasons (workspace_id, value, reason, entry_id, scope, domain, category, until, source, created_at)
    values (${ctx.workspace.id}, ${address}, ${reason}, gen_random_uuid(), ${more.scope ?? 'address'},
      ${address.split('@').at(-1)!}, ${more.category ?? ''}, ${more.until ?? null}, 'person', now())`
}

const CONTACTS = [
  'First Name;Email;Phone;Notes',
  'Clara;clara@y.io;+49 30 123;"said ""hi"""',
  'Ann;ANN@x.io;;',
  'Bob;Bob <bob@x.io>;;=1+1',
  'Dan;dan@acme.io;;',
  'Sub;sub@eu.acme.io;;',
  'Rest;rest@x.io;;',
  'Over;over@x.io;;',
  'Typo;tina@gmal.com;;',
  'None;;;',
  'Bad;not-an-address;;',
  '',
].join('\r\n')

async function half(fileId: string, part: 'clean' | 'listed'): Promise<string[]> {
  const { content } = value(await downloadCheck(ctx, { fileId, part }))
  return (await textOf(content)).replace('\ufeff', '').trimEnd().split('\r\n')
}

describe('checking contacts', () => {
  it('counts every row once, by what stands on the list now', async () => {
    const file = await readFile(ctx, 'check', CONTACTS)
    expect(file.state).toBe('read')
    const { checkedAt: _, ...counts } = file.counts as CheckCounts
    expect(counts).toEqual({
      rows: 10,
      clean: 4,
      listed: 3,
      resting: 1,
      unreadable: 2,
      byReason: { unsubscribe: 1, bounce: 2, manual: 1 },
      typos: [{ from: 'gmal.com', to: 'gmail.com', count: 1 }],
      typoRows: 1,
    })
  })

  it('gives it back in two halves with all columns, phone numbers as they are and formulas as text', async () => {
    const { id } = await readFile(ctx, 'check', CONTACTS)
    expect(await half(id, 'clean')).toEqual([
      'First Name;Email;Phone;Notes;rebound_did_you_mean',
      'Clara;clara@y.io;+49 30 123;"said ""hi""";',
      'Sub;sub@eu.acme.io;;;',
      'Over;over@x.io;;;',
      'Typo;tina@gmal.com;;;tina@gmail.com',
    ])
    const listed = await half(id, 'listed')
    expect(listed.slice(0, 4)).toEqual([
      'First Name;Email;Phone;Notes;rebound_listed;rebound_why;rebound_until;rebound_did_you_mean',
      'Ann;ANN@x.io;;;unsubscribe;Unsubscribe;;',
      "Bob;Bob <bob@x.io>;;'=1+1;bounce;Invalid recipient address;;",
      'Dan;dan@acme.io;;;manual;Added by hand, the domain acme.io;;',
    ])
    expect(listed[4]).toMatch(/^Rest;rest@x\.io;;;resting;Mailbox full;\d{4}-/)
    expect(listed.slice(5)).toEqual([
      'None;;;;unreadable;There is no address in this row.;;',
      'Bad;not-an-address;;;unreadable;There is no @ in the address.;;',
    ])
  })

  it('checks again at the download: who was listed since is not among the clean', async () => {
    const { id } = await readFile(ctx, 'check', 'email\nlate@z.io\nother@z.io\n')
    await list('late@z.io', 'complaint')
    expect(await half(id, 'clean')).toEqual(['email,rebound_did_you_mean', 'other@z.io,'])
    expect((await half(id, 'listed'))[1]).toBe('late@z.io,complaint,Complaint,,')
  })

  it('looks at another column where a person says so', async () => {
    const { id } = await readFile(ctx, 'check', 'Email,Second\nann@x.io,fine@z.io\n')
    expect(await half(id, 'clean')).toHaveLength(1)
    value(await choose(ctx, { fileId: id, column: 1 }))
    const { workOn } = await import('./testing/list-files')
    expect((await workOn(ctx, id)).counts).toMatchObject({ clean: 1, listed: 0 })
  })

  it('finds nobody of another workspace, and is for operators', async () => {
    const other = { ...(await addWorkspace(database)), now: new Date() }
    const file = await readFile(other, 'check', CONTACTS)
    expect(file.counts).toMatchObject({ clean: 8, listed: 0 })
    const refused = await downloadCheck(ctx, { fileId: file.id, part: 'clean' })
    expect(refused.ok || refused.error.code).toBe('not_found')
    const viewer = await addMember(database, ctx, 'viewer')
    const upload = {
      uploadId: crypto.randomUUID(),
      size: 1,
      sha256: 'a'.repeat(64),
      purpose: 'check' as const,
    }
    for (const result of [
      await openFile(viewer, upload),
      await choose(viewer, { fileId: file.id }),
      await discardFile(viewer, { fileId: file.id }),
      await downloadCheck(viewer, { fileId: file.id, part: 'clean' }),
    ])
      expect(result.ok || result.error.code).toBe('forbidden')
  })

  it('leaves nothing behind when it is deleted', async () => {
    const { id, uploadId } = await readFile(ctx, 'check', CONTACTS)
    value(await discardFile(ctx, { fileId: id }))
    const rows = await database.sql`
      select 1 from list_files where id = ${id} union all select 1 from uploads where id = ${uploadId}
      union all select 1 from upload_chunks where upload_id = ${uploadId}`
    expect(rows).toHaveLength(0)
  })

  it('says in a sentence why a file is no list', async () => {
    const file = await readFile(ctx, 'check', 'name,phone\nAnn,1\n')
    expect([file.state, file.failure]).toEqual(['failed', expect.stringMatching(/No column of this file/)])
  })
})
