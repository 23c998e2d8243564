import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { countsAddUp } from '@/lib/ingest/counts'
import type { Deps } from '@/lib/jobs/imports/work'
import { feedbackReport } from '@/lib/mail/testing/complaints'
import type { Context } from '@/lib/services/context'
import { addEntries } from '@/lib/services/dne/add-entries'
import { removeProtected } from '@/lib/services/dne/remove-protected'
import { undoAct } from '@/lib/services/dne/undo-act'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { getImport } from './get-import'
import { startDryRun } from './start-dry-run'
import { csv, countsIn, importAll, lines, openWorker, upload, work } from './testing/files'
import { undoImport } from './undo-import'
import { verifyWorkspace } from './verify-workspace'

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

const fresh = async () => ({ ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') })
const mbox = (...mails: string[]) =>
  mails.map((mail) => `From feedback@provider.example Tue Nov 10 08:15:00 2026\n${mail}\n\n`).join('')

/** The list as it stands: value, reason, source. */
async function listed({ workspace }: Context): Promise<string[]> {
  const rows = await database.sql<{ text: string }[]>`
    select concat_ws(' ', value, reason, source, case when until is not null then 'for a time' end) as text
    from dne_reasons where workspace_id = ${workspace.id} order by 1`
  return rows.map((row) => row.text)
}

async function forGood({ workspace }: Context): Promise<number> {
  const [row] = await database.sql<{ n: number }[]>`
    select coalesce(sum(for_good), 0)::int as n from dne_counts where workspace_id = ${workspace.id}`
  return row!.n
}

async function undo(ctx: Context, importId: string): Promise<void> {
  value(await undoImport(ctx, { importId }))
  await work(deps, ctx, importId)
}

const lena = feedbackReport({ id: '1', who: 'lena@stadt.example' })
const omar = feedbackReport({ id: '2', who: 'omar@stadt.example', type: 'opt-out' })
const nobody = feedbackReport({ id: '3', who: 'redacted@provider.example', to: '' })
const forged = feedbackReport({ id: '4', who: 'boss@client.example', from: 'mallory@evil.example' })

test('complaints are counted by the dry run, listed by the import, known the second time and gone with the undo', async () => {
  const ctx = await fresh()
  await importAll(deps, ctx, csv(lines(0, 4).map((each) => ({ ...each, account: 'anna@acme.example' }))))
  const before = { list: await listed(ctx), forGood: await forGood(ctx) }
  const file = mbox(lena, omar, nobody, forged)
  const expected = { new: 2, known: 0, unverified: 1, unnamed: 1 }

  const dry = await upload(ctx, file, 'fbl.mbox')
  value(await startDryRun(ctx, { importId: dry }))
  await work(deps, ctx, dry)
  const staged = countsIn(value(await getImport(ctx, { importId: dry })))
  expect(staged).toMatchObject({ new: 0, skipped: { complaint: 3, unsubscribe: 1 }, optOuts: expected })
  expect(countsAddUp(staged)).toBe(true)
  expect(await listed(ctx)).toEqual(before.list)

  const first = await importAll(deps, ctx, file)
  expect(countsIn(first).optOuts).toEqual(expected)
  expect(await listed(ctx)).toEqual(
    [...before.list, 'lena@stadt.example complaint mail', 'omar@stadt.example unsubscribe mail'].toSorted(),
  )
  expect(await forGood(ctx)).toBe(before.forGood + 2)
  expect(await verifyWorkspace(database.sql, ctx.workspace)).toEqual([])

  const twin = await importAll(deps, ctx, file)
  const other = await importAll(deps, ctx, mbox(lena))
  expect(countsIn(twin).optOuts).toEqual({ new: 0, known: 3, unverified: 0, unnamed: 1 })
  expect(countsIn(other).optOuts).toEqual({ new: 0, known: 1, unverified: 0, unnamed: 0 })

  await undo(ctx, first.id)
  expect(await listed(ctx)).toContain('omar@stadt.example unsubscribe mail')
  await undo(ctx, twin.id)
  expect(await listed(ctx)).toEqual([...before.list, 'lena@stadt.example complaint mail'].toSorted())
  await undo(ctx, other.id)
  expect(await listed(ctx)).toEqual(before.list)
  expect(await forGood(ctx)).toBe(before.forGood)
  const left = await database.sql`select 1 from opt_outs where workspace_id = ${ctx.workspace.id}`
  expect(left).toEqual([])
})

test('an undo gives back what a person had listed for a time, and leaves what a person changed since', async () => {
  const ctx = await fresh()
  const complaint = { entries: ['lena@stadt.example'], reason: 'complaint' as const }
  value(await addEntries(ctx, { ...complaint, until: '2026-12-01' }))
  const { id } = await importAll(deps, ctx, mbox(lena, omar))
  expect(await listed(ctx)).toEqual([
    'lena@stadt.example complaint mail',
    'omar@stadt.example unsubscribe mail',
  ])
  expect(await undoAct(ctx, { actId: id })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  await undo(ctx, id)
  expect(await listed(ctx)).toEqual(['lena@stadt.example complaint person for a time'])
})

test('whom an admin took off stays off when the same report comes again, and a new one lists them', async () => {
  const ctx = await fresh()
  await importAll(deps, ctx, mbox(lena))
  const [entry] = await database.sql<{ id: string }[]>`
    select entry_id as id from dne_reasons where workspace_id = ${ctx.workspace.id}`
  value(
    await removeProtected(ctx, { entryId: entry!.id, reason: 'complaint', why: 'She pressed it by mistake' }),
  )
  await importAll(deps, ctx, mbox(lena, ''))
  expect(await listed(ctx)).toEqual([])
  await importAll(deps, ctx, mbox(feedbackReport({ id: '9', who: 'lena@stadt.example' })))
  expect(await listed(ctx)).toEqual(['lena@stadt.example complaint mail'])
})

test('a forged report lists its victim once one that quotes a mail of ours comes', async () => {
  const ctx = await fresh()
  await importAll(deps, ctx, csv(lines(0, 4).map((each) => ({ ...each, account: 'anna@acme.example' }))))
  const before = await listed(ctx)
  await importAll(deps, ctx, mbox(forged))
  expect(await listed(ctx)).toEqual(before)
  await importAll(deps, ctx, mbox(feedbackReport({ id: '5', who: 'boss@client.example' })))
  expect(await listed(ctx)).toContain('boss@client.example complaint mail')
})

test('rows of a tool’s export that tell of complaints and unsubscribes list who they name', async () => {
  const ctx = await fresh()
  const file = [
    'email,event,reason,timestamp',
    'a@stadt.example,spamreport,,2026-11-10T08:00:00Z',
    'b@stadt.example,unsubscribe,,2026-11-10T08:00:00Z',
    'b@stadt.example,unsubscribe,,2026-11-10T08:00:00Z',
    'c@stadt.example,bounce,550 5.1.1 User unknown,2026-11-10T08:00:00Z',
    'd@stadt.example,spam,550 5.7.1 Message rejected due to content restrictions,2026-11-10T08:00:00Z',
    'nobody,complaint,,2026-11-10T08:00:00Z',
    '',
  ].join('\n')
  const details = await importAll(deps, ctx, file)
  const counts = countsIn(details)
  expect(counts).toMatchObject({
    new: 2,
    skipped: { complaint: 2, unsubscribe: 2 },
    optOuts: { new: 2, known: 1, unverified: 0, unnamed: 1 },
  })
  expect(countsAddUp(counts)).toBe(true)
  expect(await listed(ctx)).toEqual([
    'a@stadt.example complaint file',
    'b@stadt.example unsubscribe file',
    'c@stadt.example bounce bounce',
  ])
  await undo(ctx, details.id)
  expect(await listed(ctx)).toEqual([])
})

test('a row of HubSpot that tells of a bounce and an unsubscribe gives both, and the counts add up', async () => {
  const ctx = await fresh()
  const file = [
    'Email,Portal Unsubscribe,Portal Bounce,Portal Spam Report,Global Bounce,Bounce Date',
    'a@stadt.example,true,550 5.1.1 User unknown,false,false,2026-11-10T08:00:00Z',
    'b@stadt.example,true,452 4.2.2 Mailbox full,true,false,2026-11-10T08:00:00Z',
    'c@stadt.example,true,,false,false,2026-11-10T08:00:00Z',
    'd@stadt.example,false,550 5.1.1 User unknown,false,false,2026-11-10T08:00:00Z',
    'nobody,true,550 5.1.1 User unknown,false,false,2026-11-10T08:00:00Z',
    '',
  ].join('\n')
  const details = await importAll(deps, ctx, file)
  const counts = countsIn(details)
  expect(counts).toMatchObject({
    records: 5,
    rows: 9,
    new: 3,
    skipped: { complaint: 1, unsubscribe: 4 },
    rejected: { bad_address: 1 },
    optOuts: { new: 4, known: 0, unverified: 0, unnamed: 1 },
  })
  expect(countsAddUp(counts)).toBe(true)
  expect(await listed(ctx)).toEqual([
    'a@stadt.example bounce bounce',
    'a@stadt.example unsubscribe file',
    'b@stadt.example complaint file',
    'b@stadt.example unsubscribe file',
    'c@stadt.example unsubscribe file',
    'd@stadt.example bounce bounce',
  ])
  expect(await verifyWorkspace(database.sql, ctx.workspace)).toEqual([])
  const again = await importAll(deps, ctx, `${file}\n`)
  expect(countsIn(again)).toMatchObject({ new: 0, known: 3, optOuts: { new: 0, known: 4, unnamed: 1 } })
  await undo(ctx, again.id)
  await undo(ctx, details.id)
  expect(await listed(ctx)).toEqual([])
})
