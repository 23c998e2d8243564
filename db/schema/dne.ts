import { sql } from 'drizzle-orm'
import {
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, plain } from './columns'
import { workspaceId, workspaceIdUnlinked } from './workspaces'

/** One reason why an address or a domain must not be mailed; it is listed while any of its reasons stands. */
export const dneReasons = pgTable(
  'dne_reasons',
  {
    workspaceId: workspaceIdUnlinked(),
    /** Canonical address, or a bare domain. */
    value: plain('value').notNull(),
    /** bounce | complaint | unsubscribe | manual | imported | erased. */
    reason: plain('reason').notNull(),
    /** Follows from the value; stands in URLs instead of it. */
    entryId: uuid('entry_id').notNull(),
    scope: text('scope', { enum: ['address', 'domain', 'subdomains'] }).notNull(),
    domain: plain('domain').notNull(),
    /** '' unless the reason is a bounce. */
    category: plain('category').notNull(),
    /** Null for good; a hold has a time. */
    until: at('until'),
    /** The bounce that is the evidence. */
    bounceAt: at('bounce_at'),
    bounceKey: uuid('bounce_key'),
    /** bounce (derived from bounces, kept by settling alone) | person | suggestion | file | mail | webhook. */
    source: plain('source').notNull(),
    note: text('note').notNull().default(''),
    createdAt: at('created_at').notNull(),
    /** Null: the system. */
    createdBy: uuid('created_by'),
    actId: uuid('act_id'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.value, t.reason] }),
    index('dne_reasons_entry').on(t.workspaceId, t.entryId),
    index('dne_reasons_created').on(t.workspaceId, t.createdAt, t.value),
    index('dne_reasons_domain').on(t.workspaceId, t.domain, t.value),
    index('dne_reasons_until')
      .on(t.workspaceId, t.until)
      .where(sql`until is not null`),
    // What the system lists by itself is most of the list, and stays out of these.
    index('dne_reasons_by_hand')
      .on(t.workspaceId, t.reason, t.source, t.createdAt, t.value)
      .where(sql`source <> 'bounce'`),
    // Parts of values: a word index where people and files write; what follows from bounces is gone through instead, as
    // such an index would cost an import more than storing its rows.
    index('dne_reasons_parts')
      .using('gin', sql`lower(value) gin_trgm_ops`)
      .with({ fastupdate: true, gin_pending_list_limit: 65_536 })
      .where(sql`source <> 'bounce'`),
    index('dne_reasons_derived')
      .on(t.workspaceId, t.value)
      .where(sql`source = 'bounce'`),
    // Whole domains are few, and looked for wherever somebody's address is.
    index('dne_reasons_wide')
      .on(t.workspaceId, t.value)
      .where(sql`scope <> 'address'`),
    index('dne_reasons_act')
      .on(t.workspaceId, t.actId)
      .where(sql`act_id is not null`),
  ],
)

/** How many values of a workspace are listed for good; holds are counted when asked for. */
export const dneCounts = pgTable(
  'dne_counts',
  {
    workspaceId: workspaceId(),
    forGood: integer('for_good').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
)

/** Bounces up to then count no more: a person removed the address, it recovered, or a suggestion was dismissed. */
export const dneClearances = pgTable(
  'dne_clearances',
  {
    workspaceId: workspaceIdUnlinked(),
    value: plain('value').notNull(),
    /** Of `dne_acts`, or of whatever else cleared it. */
    actId: uuid('act_id').notNull(),
    /** cleared: no bounce up to then counts; dismissed: none counts for a suggestion. */
    kind: text('kind', { enum: ['cleared', 'dismissed'] }).notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.value, t.actId, t.kind] }),
    index('dne_clearances_act').on(t.workspaceId, t.actId),
  ],
)

/** What waits for a person's yes: derived from bounces, kept by settling alone. */
export const dneSuggestions = pgTable(
  'dne_suggestions',
  {
    workspaceId: workspaceIdUnlinked(),
    value: plain('value').notNull(),
    entryId: uuid('entry_id').notNull(),
    domain: plain('domain').notNull(),
    category: plain('category').notNull(),
    /** repeated: often enough for the policy; outage: part of a burst at its provider; unverified: the report may be forged. */
    kind: text('kind', { enum: ['repeated', 'outage', 'unverified'] }).notNull(),
    provider: plain('provider').notNull(),
    bounceAt: at('bounce_at').notNull(),
    bounceKey: uuid('bounce_key').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.value] }),
    index('dne_suggestions_time').on(t.workspaceId, t.bounceAt, t.value),
  ],
)

/** Hours of a day in which a provider refused far more addresses than usual; derived, with the figures they were found from. */
export const dneBursts = pgTable(
  'dne_bursts',
  {
    workspaceId: workspaceId(),
    provider: plain('provider').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** The day's count and the usual one, as they were when the hours were looked for. */
    seen: integer('seen').notNull(),
    usual: doublePrecision('usual').notNull(),
    hours: at('hours').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.provider, t.day] })],
)

/** What a bounce does to its contact, per category, and the workspace's options (lib/dne/policy.ts); none: the defaults. */
export const dnePolicies = pgTable(
  'dne_policies',
  {
    workspaceId: workspaceId(),
    policy: jsonb('policy').notNull(),
    updatedAt: at('updated_at').notNull(),
    updatedBy: uuid('updated_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
)

/** What a person did to the list at once; each can be undone. An import's own act, for what it tells beside bounces, has the import's id. */
export const dneActs = pgTable(
  'dne_acts',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    kind: text('kind', {
      enum: ['add', 'remove', 'file', 'accept', 'dismiss', 'rollback', 'policy', 'recovery', 'import'],
    }).notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    why: text('why').notNull().default(''),
    count: integer('count').notNull(),
    /** The policy before, the words of a rollback …: what belongs to the act as a whole. */
    details: jsonb('details').notNull(),
    undoneAt: at('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('dne_acts_time').on(t.workspaceId, t.createdAt, t.id),
  ],
)

/** A reason before and after an act; null where there was or is none. */
export const dneChanges = pgTable(
  'dne_changes',
  {
    workspaceId: workspaceIdUnlinked(),
    actId: uuid('act_id').notNull(),
    value: plain('value').notNull(),
    reason: plain('reason').notNull(),
    entryId: uuid('entry_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.actId, t.value, t.reason] }),
    index('dne_changes_entry').on(t.workspaceId, t.entryId),
  ],
)
