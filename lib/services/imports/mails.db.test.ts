import { gzipSync } from 'node:zlib'
import { zipSync, type Zippable } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { countsAddUp } from '@/lib/ingest/counts'
import type { Deps } from '@/lib/jobs/imports/work'
import { EXAMPLES } from '@/lib/mail/testing/mails'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { previewImport } from './preview-import'
import { countsIn, importAll, openWorker, upload, work } from './testing/files'
import { rollups, storedBounces } from './testing/recount'
import { startDryRun } from './start-dry-run'
import { undoImport } from './undo-import'

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

const NOBODY =
  'From: MAILER-DAEMON@x.example\nTo: anna@acme.example\nSubject: Undelivered mail\nDate: Tue, 10 Nov 2026 08:15:00 +0100\n\nThe report is not available.\n'
const mbox = (mails: readonly string[]) =>
  mails
    .map(
      (mail, i) => `From MAILER-DAEMON Tue Nov 10 08:15:00 2026\nMessage-ID: <${i}@x.example>\n${mail}\n\n`,
    )
    .join('')

/** What the fixtures hold, counted apart from the reader. */
const recipients = EXAMPLES.flatMap(({ kind, bounces }) => (kind === 'bounce' ? Object.entries(bounces) : []))
const of = (kind: string) => EXAMPLES.filter((example) => example.kind === kind).length

test('an mbox of reports is imported row by row, known when it comes again packed, and undone', async () => {
  const ctx = { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
  const content = mbox([...EXAMPLES.map(({ mail }) => mail), NOBODY])
  const details = await importAll(deps, ctx, content)
  expect(details.settings.format).toBe('mail')
  const counts = countsIn(details)
  expect(countsAddUp(counts)).toBe(true)
  expect(counts).toMatchObject({
    new: recipients.length,
    known: 0,
    rejected: { no_address: 1 },
    skipped: {
      auto_reply: of('auto_reply'),
      complaint: of('complaint'),
      challenge_response: of('challenge_response'),
      delivered: of('delivered'),
      delayed: of('delayed'),
      not_a_bounce: of('not_bounce'),
    },
  })
  const wanted: Record<string, number> = {}
  for (const [, category] of recipients) wanted[category] = (wanted[category] ?? 0) + 1
  expect(counts.byCategory).toEqual(wanted)
  const stored = await database.sql`
    select recipient, category from bounces where workspace_id = ${ctx.workspace.id} order by recipient`
  expect(stored.map((row) => [row.recipient, row.category])).toEqual(
    recipients.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )

  const again = await importAll(deps, ctx, gzipSync(mbox(EXAMPLES.map(({ mail }) => mail))))
  expect(countsIn(again)).toMatchObject({ new: 0, known: recipients.length })

  for (const { id } of [again, details]) {
    value(await undoImport(ctx, { importId: id }))
    await work(deps, ctx, id)
  }
  expect(await storedBounces(database.sql, ctx.workspace.id)).toEqual([])
  const { held, recounted } = await rollups(database.sql, ctx.workspace.id)
  expect(held).toEqual(recounted)
})

test('a single mail shows its recipient before anything is stored, a large one too', async () => {
  const ctx = { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
  const { mail } = EXAMPLES[0]!
  for (const content of [mail, `${mail}\n${'padding of the mail that bounced\n'.repeat(20_000)}`]) {
    const importId = await upload(ctx, content, 'bounce.eml')
    const preview = value(await previewImport(ctx, { importId }))
    expect(preview.columns).toEqual([])
    expect(preview.questions).toEqual([])
    expect(preview.rows).toMatchObject([{ result: 'new', line: 1, recipient: 'p.gone@harbour.example' }])
  }
})

test('a ZIP archive of mails goes the way of an mbox, and an archive of anything else is told what it is', async () => {
  const ctx = { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
  const files = EXAMPLES.map(({ mail }, i) => [
    `Bounces/${i}.eml`,
    Buffer.from(`Message-ID: <${i}@x.example>\n${mail}`),
  ])
  const zip = Buffer.from(zipSync(Object.fromEntries(files) as Zippable))
  const details = await importAll(deps, ctx, zip)
  expect(details.settings.format).toBe('mail')
  const counts = countsIn(details)
  expect(countsAddUp(counts)).toBe(true)
  expect(counts).toMatchObject({ new: recipients.length, known: 0, rejected: {} })
  expect(countsIn(await importAll(deps, ctx, mbox(EXAMPLES.map(({ mail }) => mail))))).toMatchObject({
    new: 0,
    known: recipients.length,
  })

  const other = Buffer.from(zipSync({ 'notes.txt': Buffer.from('Call Anna.') }))
  const importId = await upload(ctx, other, 'notes.zip')
  const preview = value(await previewImport(ctx, { importId }))
  expect(preview.unreadable).toContain('This is a ZIP archive.')
})

test('a damaged archive fails with its reason and stores nothing', async () => {
  const ctx = { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
  const noise = Array.from({ length: 4000 }, (_, i) => `padding ${(i * 7919) % 10_007} of the mail`).join(
    '\n',
  )
  const mails = EXAMPLES.map(({ mail }, i) => [`${i}.eml`, Buffer.from(`${mail}\n${noise}`)])
  const zip = Buffer.from(zipSync(Object.fromEntries(mails) as Zippable))
  const importId = await upload(ctx, zip.subarray(0, Math.floor(zip.length / 2)), 'half.zip')
  value(await previewImport(ctx, { importId }))
  value(await startDryRun(ctx, { importId }))
  await work(deps, ctx, importId)
  const [row] = await database.sql<{ state: string; failure: string }[]>`
    select state, failure from imports where workspace_id = ${ctx.workspace.id} and id = ${importId}`
  expect(row).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('ZIP archive is damaged') as string,
  })
})
