import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { addWorkspace } from '@/lib/services/testing/people'
import { value } from '@/lib/services/testing/value'
import { csv, importAll, openWorker, work } from './testing/files'
import { undoImport } from './undo-import'

let database: TestDatabase
let deps: Deps
const NOW = new Date('2026-11-20T10:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  deps = openWorker(database)
})
afterAll(async () => {
  await deps.sql.end({ timeout: 5 })
  await database.close()
})

const begin = async (): Promise<Context> => ({ ...(await addWorkspace(database)), now: NOW })

/** A report on `recipient` that came to anna@acme.example and quotes a mail from `from`, or none. */
const report = (recipient: string, from: string | null): string =>
  `From: MAILER-DAEMON@mx.example
To: anna@acme.example
Message-ID: <${recipient}-${from}@mx.example>
Subject: Undelivered Mail Returned to Sender
Date: Tue, 10 Nov 2026 08:15:00 +0100
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
${from === null ? '' : `\n--b1\nContent-Type: text/rfc822-headers\n\nMessage-ID: <1@x.example>\nFrom: ${from}\nSubject: Hello\n`}
--b1--
`

const mbox = (...mails: string[]) =>
  mails.map((mail) => `From MAILER-DAEMON Tue Nov 10 08:15:00 2026\n${mail}\n\n`).join('')

async function verified({ workspace }: Context): Promise<Record<string, boolean>> {
  const rows = await database.sql<{ recipient: string; verified: boolean }[]>`
    select recipient, verified from bounces where workspace_id = ${workspace.id}`
  return Object.fromEntries(rows.map((row) => [row.recipient, row.verified]))
}

test('a report that quotes a stranger’s mail or none is kept, unverified, and never makes its account known', async () => {
  const ctx = await begin()
  await importAll(
    deps,
    ctx,
    csv([{ recipient: 'p@x.example', diagnostic: '550 5.1.1', account: 'anna@acme.example' }]),
  )
  const mails = mbox(
    report('own@x.example', 'anna@acme.example'),
    report('colleague@x.example', 'ben@acme.example'),
    report('forged@x.example', 'mallory@evil.example'),
    report('bare@x.example', null),
  )
  await importAll(deps, ctx, mails)
  const wanted = {
    'p@x.example': true,
    'own@x.example': true,
    'colleague@x.example': true,
    'forged@x.example': false,
    'bare@x.example': false,
  }
  expect(await verified(ctx)).toEqual(wanted)

  await importAll(deps, ctx, report('again@x.example', 'mallory@evil.example'))
  expect(await verified(ctx)).toEqual({ ...wanted, 'again@x.example': false })

  const person = { recipient: 'other@x.example', diagnostic: '550 5.1.1', account: 'mallory@evil.example' }
  await importAll(deps, ctx, csv([person]))
  await importAll(deps, ctx, report('third@x.example', 'mallory@evil.example'))
  expect(await verified(ctx)).toMatchObject({ 'other@x.example': true, 'third@x.example': true })
})

test('the first mails of a workspace tell it its accounts', async () => {
  const ctx = await begin()
  const mails = mbox(report('one@x.example', 'anna@acme.example'), report('two@x.example', null))
  await importAll(deps, ctx, mails)
  expect(await verified(ctx)).toEqual({ 'one@x.example': true, 'two@x.example': false })
  await importAll(deps, ctx, report('three@x.example', 'mallory@evil.example'))
  expect(await verified(ctx)).toMatchObject({ 'three@x.example': false })
})

test('a bounce that a forged report brought is verified once only a person’s file tells of it', async () => {
  const ctx = await begin()
  const forged = report('p@x.example', 'mallory@evil.example')
  await importAll(
    deps,
    ctx,
    csv([{ recipient: 'q@x.example', diagnostic: '550', account: 'anna@acme.example' }]),
  )
  const mail = await importAll(deps, ctx, forged)
  const [row] = await database.sql<{ key: string }[]>`
    select dedupe_key as key from bounces where workspace_id = ${ctx.workspace.id} and not verified`
  const exported = `email,diagnostic,occurred at,bounce_id\np@x.example,550 5.1.1 User unknown,2026-11-10T07:15:00Z,rebound:${row!.key}\n`
  await importAll(deps, ctx, exported)
  expect(await verified(ctx)).toMatchObject({ 'p@x.example': false })
  value(await undoImport(ctx, { importId: mail.id }))
  await work(deps, ctx, mail.id)
  expect(await verified(ctx)).toEqual({ 'p@x.example': true, 'q@x.example': true })
})
