import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '@/db/testing'
import { makeWorkspace, storeBounces, type StoredBounce, type TestWorkspace } from '@/db/testing/bounces'
import { uuidOf } from '@/db/testing/random-bounces'
import { countListed } from '@/db/queries/dne/count-entries'
import type { Context, Role } from '@/lib/services/context'
import { rebuildRollups } from '@/lib/services/imports/rebuild-rollups'
import { settleRecipients } from '../settle-recipients'

export const NOW = new Date('2026-11-20T10:00:00Z')
export const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

/** A workspace with its list, as the tests of the list use it. */
export interface Desk {
  workspace: TestWorkspace
  ctx: (role?: Role, now?: Date) => Context
  /** Stores bounces and what follows from them. */
  bounce: (bounces: Partial<StoredBounce>[]) => Promise<void>
  /** Takes all bounces of some recipients away. */
  unbounce: (recipients: string[]) => Promise<void>
  /** `value reason` of every standing reason, with `*` at a hold. */
  listed: () => Promise<string[]>
  suggested: () => Promise<string[]>
}

let serial = 0

/** Makes one. */
export async function openDesk({ sql, db }: TestDatabase): Promise<Desk> {
  const workspace = await makeWorkspace(sql)
  const userId = randomUUID()
  const settle = (recipients: string[]) =>
    sql.begin(async (tx) => {
      await rebuildRollups(tx, { workspaceId: workspace.id, timeZone: workspace.timeZone })
      await settleRecipients(tx, { workspaceId: workspace.id, now: NOW }, recipients)
    })
  return {
    workspace,
    ctx: (role = 'operator', now = NOW) => ({ sql, db, workspace, actor: { userId, role }, now }),
    bounce: async (bounces) => {
      const rows = bounces.map(bounceOf)
      for (const table of ['account_days', 'provider_days', 'account_provider_days', 'template_days'])
        await sql`delete from ${sql(table)} where workspace_id = ${workspace.id}`
      await storeBounces(sql, workspace, rows)
      await settle([...new Set(rows.map((row) => row.recipient))])
    },
    unbounce: async (recipients) => {
      await sql`delete from bounces where workspace_id = ${workspace.id} and recipient = any(${recipients}::text[])`
      await settle(recipients)
    },
    listed: async () => {
      const rows = await sql<{ says: string }[]>`
        select value || ' ' || reason || case when until is null then '' else '*' end as says from dne_reasons
        where workspace_id = ${workspace.id} and (until is null or until > ${NOW}) order by 1`
      return rows.map((row) => row.says)
    },
    suggested: async () => {
      const rows = await sql<{ says: string }[]>`
        select value || ' ' || kind as says from dne_suggestions where workspace_id = ${workspace.id} order by 1`
      return rows.map((row) => row.says)
    },
  }
}

/** A bounce, by default a hard one of an address that does not exist, an hour ago. */
function bounceOf(part: Partial<StoredBounce>): StoredBounce {
  const recipient = part.recipient ?? `p${serial}@acme.test`
  const category = part.category ?? 'invalid_recipient'
  return {
    occurredAt: daysAgo(1 / 24),
    dedupeKey: uuidOf(`desk ${serial++}`),
    recipient,
    domain: recipient.slice(recipient.indexOf('@') + 1),
    account: 'anna@acme.test',
    campaign: '',
    provider: 'other',
    category,
    bounceType: category === 'invalid_recipient' || category === 'domain_not_found' ? 'hard' : 'soft',
    smtpCode: '550',
    enhancedCode: '5.1.1',
    vendorClass: '',
    diagnostic: '550 5.1.1 User unknown',
    templateId: uuidOf('desk'),
    confidence: 1,
    decidedBy: 'words:x',
    importId: uuidOf('desk import'),
    line: serial,
    ...part,
  }
}

/** What the counter says, and what counting says. */
export async function counted({ sql }: TestDatabase, { workspace }: Desk): Promise<[number, number]> {
  const [row] = await sql<{ n: number }[]>`
    select count(distinct value)::int as n from dne_reasons
    where workspace_id = ${workspace.id} and (until is null or until > ${NOW})`
  return [await countListed(sql, workspace.id, NOW), row!.n]
}
