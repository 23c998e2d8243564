import { randomUUID } from 'node:crypto'
import { storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { addEntries } from '@/lib/services/dne/add-entries'
import { settleRecipients } from '@/lib/services/dne/settle-recipients'
import type { Context } from '@/lib/services/context'
import { addOwnWorkspace } from './own-workspace'
import { openServerDatabase } from './server-database'

const HOUR = 3_600_000

interface Kind {
  category: string
  bounceType: 'hard' | 'soft'
  diagnostic: string
  provider: string
}

const GONE: Kind = {
  category: 'invalid_recipient',
  bounceType: 'hard',
  diagnostic: '550 5.1.1 User unknown',
  provider: 'other',
}
const OUTAGE: Kind = {
  ...GONE,
  diagnostic: '550 5.1.1 Directory is away, no such mailbox',
  provider: 'microsoft',
}
const FULL: Kind = {
  category: 'mailbox_full',
  bounceType: 'soft',
  diagnostic: '552 5.2.2 Mailbox full',
  provider: 'other',
}

function bounce(kind: Kind, recipient: string, hoursAgo: number, now: number): StoredBounce {
  return {
    ...kind,
    occurredAt: new Date(Math.floor((now - hoursAgo * HOUR) / 1000) * 1000),
    dedupeKey: randomUUID(),
    recipient,
    domain: recipient.split('@')[1]!,
    account: 'anna@acme.example',
    campaign: 'DACH builders, Q4',
    smtpCode: kind.diagnostic.slice(0, 3),
    enhancedCode: /\d\.\d\.\d/.exec(kind.diagnostic)?.[0] ?? '',
    vendorClass: '',
    templateId: TEMPLATES[kind.category === 'mailbox_full' ? 'full' : 'gone'],
    confidence: 0.95,
    decidedBy: 'words:test',
    importId: TEMPLATES.full,
    line: 2,
  }
}

const TEMPLATES = { full: randomUUID(), gone: randomUUID() }

/** 60 gone for good, 5 lost to an outage, 4 that rest, 3 suggested after a third bounce. */
function bounces(now: number): StoredBounce[] {
  const many = (count: number, make: (i: number) => StoredBounce[]) =>
    Array.from({ length: count }, (_, i) => make(i)).flat()
  return [
    ...many(60, (i) => [
      bounce(GONE, `gone${String(i).padStart(2, '0')}@firm${i % 7}.example`, 30 + i * 5, now),
    ]),
    ...many(5, (i) => [bounce(OUTAGE, `away${i}@outlook-firm.example`, 30 + i * 24, now)]),
    ...many(4, (i) => [bounce(FULL, `full${i}@rest.example`, 2 + i, now)]),
    ...many(3, (i) => [1, 60, 120].map((hours) => bounce(FULL, `again${i}@gmal.com`, hours + i, now))),
  ]
}

export interface OwnList extends TestWorkspace {
  home: string
}

/**
 * A workspace of a test's own whose list has 60 addresses gone for good, 5 of an outage, 7 on a hold, 3 suggestions, an unsubscribe, a
 * complaint and a domain by hand: 75 entries; `empty` leaves everything out.
 */
export async function ownList({ empty = false } = {}): Promise<OwnList> {
  const { db, sql, close } = await openServerDatabase()
  const workspace = await addOwnWorkspace(sql, 'list')
  if (!empty) {
    const now = new Date()
    const all = bounces(now.getTime())
    await storeBounces(sql, workspace, all)
    const recipients = [...new Set(all.map((each) => each.recipient))]
    await sql.begin((tx) => settleRecipients(tx, { workspaceId: workspace.id, now }, recipients))
    const ctx: Context = { db, sql, workspace, actor: { userId: workspace.admin, role: 'admin' }, now }
    await addEntries(ctx, { entries: ['optout@firm1.example'], reason: 'unsubscribe' })
    await addEntries(ctx, { entries: ['angry@firm2.example'], reason: 'complaint' })
    await addEntries(ctx, { entries: ['rival.example'], reason: 'manual', note: 'A competitor' })
  }
  await close()
  return { ...workspace, home: `/w/${workspace.slug}/dne` }
}
