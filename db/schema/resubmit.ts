import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, plain } from './columns'
import { workspaceId, workspaceIdUnlinked } from './workspaces'

/**
 * One row per recipient whose last bounce is soft and stands: derived from bounces, fixes and recoveries by `refreshContacts`, never
 * patched. What they are at a moment (ready, resting …) is decided when asked, with the Do Not Email list as it is then.
 */
export const contacts = pgTable(
  'contacts',
  {
    workspaceId: workspaceIdUnlinked(),
    recipient: plain('recipient').notNull(),
    domain: plain('domain').notNull(),
    name: text('name'),
    account: plain('account').notNull(),
    campaign: plain('campaign').notNull(),
    /** Of the last bounce. */
    category: plain('category').notNull(),
    bouncedAt: at('bounced_at').notNull(),
    bounceKey: uuid('bounce_key').notNull(),
    /** Soft bounces of this category in the time window that ends with the last one. */
    tries: integer('tries').notNull(),
    /** Those of them that came after a fix. */
    triesAfterFix: integer('tries_after_fix').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.recipient] }),
    index('contacts_category_account').on(t.workspaceId, t.category, t.account),
  ],
)

/** A cause a person did away with: whoever bounced on it before is ready again. */
export const fixes = pgTable(
  'fixes',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    category: plain('category').notNull(),
    account: plain('account').notNull(),
    /** What was done, in the person's words. */
    what: text('what').notNull(),
    fixedAt: at('fixed_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    undoneAt: at('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** What a workspace decided otherwise than the defaults of lib/resubmit/rules.ts; the quiet days stand in its policy. */
export const resubmitSettings = pgTable(
  'resubmit_settings',
  {
    workspaceId: workspaceId(),
    /** By category: {max, days}. */
    tries: jsonb('tries').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
)

/** What the contacts of a large workspace were when they were last counted; small ones are counted whenever somebody asks. */
export const contactFigures = pgTable('contact_figures', {
  workspaceId: workspaceId().primaryKey(),
  /** By state, cause and account (db/queries/resubmit/summary.ts). */
  groups: jsonb('groups').notNull(),
  countedAt: at('counted_at').notNull(),
  milliseconds: integer('milliseconds').notNull(),
  /** Data and activity as they were: where they are further now, something may have changed. */
  dataVersion: integer('data_version').notNull(),
  activitySeq: bigint('activity_seq', { mode: 'number' }).notNull(),
  askedAt: at('asked_at').notNull(),
})

/** Workspaces with bounces of before there were contacts and a list: a worker derives both from them, once, in order of recipients. */
export const derivations = pgTable('derivations', {
  workspaceId: workspaceId().primaryKey(),
  /** The last recipient looked at. */
  after: plain('after').notNull().default(''),
})
