import type { TestDatabase } from '@/db/testing'
import { formatBounceKey } from '@/lib/bounce/key'
import type { Deps } from '@/lib/jobs/imports/work'
import type { Context } from '@/lib/services/context'
import { csv, importAll, lines } from '@/lib/services/imports/testing/files'
import { addWorkspace } from '@/lib/services/testing/people'

/** A mail server's report for a recipient of a mail from somebody, which anybody could have written. */
export const report = (recipient: string, from: string) => `From: MAILER-DAEMON@relay.example
To: anna@acme.example
Date: Tue, 10 Nov 2026 08:15:00 +0100
Message-ID: <${recipient}>
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: text/rfc822-headers

From: <${from}>
Message-ID: <q@x.example>

--b--
`

export const mbox = (...mails: string[]) =>
  mails.map((mail) => `From x Tue Nov 10 08:15:00 2026\n${mail}\n\n`).join('')

export const FORGED = mbox(
  report('boss@client.example', 'ben@new.example'),
  report('cfo@client.example', 'ben@new.example'),
)

/** A workspace that knows one account, and two bounces of reports on mail of another. */
export async function withForged(
  database: TestDatabase,
  deps: Deps,
): Promise<{ ctx: Context; importId: string }> {
  const ctx = { ...(await addWorkspace(database)), now: new Date('2026-11-20T10:00:00Z') }
  await importAll(deps, ctx, csv(lines(0, 2).map((each) => ({ ...each, account: 'anna@acme.example' }))))
  return { ctx, importId: (await importAll(deps, ctx, FORGED)).id }
}

/** Who of the forged reports is on the list. */
export async function listed({ sql, workspace }: Context): Promise<string[]> {
  const rows = await sql<{ value: string }[]>`
    select value from dne_reasons where workspace_id = ${workspace.id} and domain = 'client.example' order by 1`
  return rows.map((row) => row.value)
}

/** How many are suggested because their report is not verified. */
export async function suggested({ sql, workspace }: Context): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from dne_suggestions where workspace_id = ${workspace.id} and kind = 'unverified'`
  return row!.n
}

/** The key of somebody's bounce. */
export async function keyOf({ sql, workspace }: Context, recipient: string): Promise<string> {
  const [row] = await sql<{ occurredAt: Date; dedupeKey: string }[]>`
    select occurred_at as "occurredAt", dedupe_key as "dedupeKey" from bounces
    where workspace_id = ${workspace.id} and recipient = ${recipient}`
  return formatBounceKey(row!)
}
