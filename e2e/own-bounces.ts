import { randomUUID } from 'node:crypto'
import { storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { rebuildRollups } from '@/lib/services/imports/rebuild-rollups'
import { addOwnWorkspace } from './own-workspace'
import { openServerDatabase } from './server-database'

const FULL = { category: 'mailbox_full', bounceType: 'soft', diagnostic: '552 5.2.2 Mailbox full' } as const
const LISTED = {
  category: 'blacklisted',
  bounceType: 'soft',
  diagnostic: '554 5.7.1 Service unavailable; Client host [203.0.113.24] blocked using zen.spamhaus.org',
} as const
const UNKNOWN = {
  category: 'invalid_recipient',
  bounceType: 'hard',
  diagnostic: '550 5.1.1 User unknown',
} as const
const ODD = { category: 'unclassified', bounceType: '', diagnostic: '554 Qqq zzz refused' } as const

/** 120 bounces of the last five days: 60 full mailboxes, 40 listings at Anna, 19 unknown users, 1 that nobody knows. */
function bounces(now: number): StoredBounce[] {
  const kinds = Array.from({ length: 120 }, (_, i) =>
    i < 60 ? FULL : i < 100 ? LISTED : i < 119 ? UNKNOWN : ODD,
  )
  return kinds.map((kind, i) => ({
    ...kind,
    occurredAt: new Date(Math.floor(now / 1000 - 600 - i * 3400) * 1000),
    dedupeKey: randomUUID(),
    recipient: `person${String(i).padStart(3, '0')}@${i % 2 ? 'baurat' : 'fjord'}.example`,
    domain: i % 2 ? 'baurat.example' : 'fjord.example',
    account: kind === LISTED ? 'anna@acme.example' : i % 3 ? 'ben@acme.example' : 'anna@acme.example',
    campaign: 'DACH builders, Q4',
    provider: i % 2 ? 'google' : 'other',
    smtpCode: kind.diagnostic.slice(0, 3),
    enhancedCode: /\d\.\d\.\d/.exec(kind.diagnostic)?.[0] ?? '',
    vendorClass: '',
    templateId: TEMPLATES[kind.category],
    confidence: 0.95,
    decidedBy: 'words:test',
    importId: TEMPLATES.mailbox_full,
    line: i + 2,
  }))
}

const TEMPLATES = {
  mailbox_full: randomUUID(),
  blacklisted: randomUUID(),
  invalid_recipient: randomUUID(),
  unclassified: randomUUID(),
}

/** A workspace of a test file's own, with known bounces, in which the admin of the tests is a member. */
export async function ownBounces(): Promise<TestWorkspace> {
  const { sql, close } = await openServerDatabase()
  const workspace = await addOwnWorkspace(sql)
  await storeBounces(sql, workspace, bounces(Date.now()))
  await close()
  return workspace
}

/** Makes the full mailboxes of such a workspace hard, as an older recognition might have read them. */
export async function misjudge(home: string): Promise<void> {
  const { sql, close } = await openServerDatabase()
  const slug = home.slice('/w/'.length)
  await sql.begin(async (tx) => {
    const [row] = await tx<{ id: string }[]>`select id from workspaces where slug = ${slug}`
    await tx`
      update bounces set bounce_type = 'hard' where workspace_id = ${row!.id} and category = 'mailbox_full'`
    await rebuildRollups(tx, { workspaceId: row!.id, timeZone: 'Europe/Berlin' })
  })
  await close()
}
