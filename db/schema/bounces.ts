import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import { at, plain } from './columns'
import { workspaceId, workspaceIdUnlinked } from './workspaces'

/** Hardly two entries of these indexes are equal: looking for such at every full page is work in vain. */
const DISTINCT = { deduplicate_items: false }

/** What is known of a failed delivery to one recipient, but for whose workspace it is. */
export const bounceColumns = () => ({
  /** Whole UTC seconds. */
  occurredAt: at('occurred_at').notNull(),
  dedupeKey: uuid('dedupe_key').notNull(),
  /** Canonical address and its domain. */
  recipient: plain('recipient').notNull(),
  domain: plain('domain').notNull(),
  recipientName: text('recipient_name'),
  /** Our own mailbox, '' where unknown. */
  account: plain('account').notNull(),
  campaign: plain('campaign').notNull(),
  /** Mailbox provider id, `other` where none is known. */
  provider: plain('provider').notNull(),
  category: plain('category').notNull(),
  /** '' for unclassified. */
  bounceType: text('bounce_type', { enum: ['hard', 'soft', ''] }).notNull(),
  smtpCode: text('smtp_code').notNull(),
  enhancedCode: text('enhanced_code').notNull(),
  vendorClass: text('vendor_class').notNull(),
  diagnostic: text('diagnostic').notNull(),
  templateId: uuid('template_id').notNull(),
  confidence: real('confidence').notNull(),
  /** `layer:rule` of the verdict. */
  decidedBy: text('decided_by').notNull(),
  /** False where only a report tells of it that may be forged: it quotes no mail of a known sending account. */
  verified: boolean('verified').notNull().default(true),
  importId: uuid('import_id').notNull(),
  line: integer('line').notNull(),
})

/** One failed delivery to one recipient. The key is dedupe, time order, partition and shard key at once. */
export const bounces = pgTable('bounces', { workspaceId: workspaceIdUnlinked(), ...bounceColumns() }, (t) => [
  primaryKey({ columns: [t.workspaceId, t.occurredAt, t.dedupeKey] }),
  // Serves the category, and by skipping over the few categories the account; lists gather from it without the rows. It carries
  // template and provider along (0022_replies_of_accounts.sql; drizzle has no word for that), so that replies are counted from it.
  index('bounces_category_account')
    .on(t.workspaceId, t.category, t.account, t.occurredAt, t.dedupeKey)
    .with(DISTINCT),
  index('bounces_recipient').on(t.workspaceId, t.recipient, t.occurredAt).with(DISTINCT),
  index('bounces_domain').on(t.workspaceId, t.domain, t.occurredAt).with(DISTINCT),
  index('bounces_template').on(t.workspaceId, t.templateId, t.occurredAt).with(DISTINCT),
  index('bounces_campaign').on(t.workspaceId, t.campaign, t.occurredAt).with(DISTINCT),
  // The few that reports tell of which may be forged.
  index('bounces_unverified')
    .on(t.workspaceId, t.occurredAt, t.dedupeKey)
    .where(sql`not ${t.verified}`),
  // An import's rows lie together, so block ranges find them at a hundredth of a tree's cost.
  index('bounces_import').using('brin', t.workspaceId, t.importId),
])

/** Our own mailboxes, as bounces named them; the id stands in URLs instead of the address. */
export const sendingAccounts = pgTable(
  'sending_accounts',
  {
    workspaceId: workspaceId(),
    address: plain('address').notNull(),
    id: uuid('id').notNull(),
    /** False while only reports name it that may be forged. */
    known: boolean('known').notNull().default(true),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.address] })],
)

/** A reply with its variable parts masked, once per workspace. */
export const templates = pgTable(
  'templates',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    text: text('text').notNull(),
    /** One real reply of this template, for the guide and the drawer. */
    example: text('example').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
