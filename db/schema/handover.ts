import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, bytea, plain } from './columns'
import { workspaceId } from './workspaces'

/** Where batches are handed over to by webhook. */
export const destinations = pgTable(
  'destinations',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Encrypted with a key of the server's secret. */
    secret: bytea('secret').notNull(),
    /** Signs beside the new one until its time is over. */
    previousSecret: bytea('previous_secret'),
    previousUntil: at('previous_until'),
    state: text('state', { enum: ['on', 'off'] }).notNull(),
    /** Why it is off: a person did it, or the receiver answered 410. */
    offWhy: text('off_why', { enum: ['', 'person', 'gone'] })
      .notNull()
      .default(''),
    /** Set where the receiver asked us to wait. */
    resumeAt: at('resume_at'),
    lastOkAt: at('last_ok_at'),
    lastFailedAt: at('last_failed_at'),
    lastFailure: text('last_failure').notNull().default(''),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    removedAt: at('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const batches = pgTable(
  'batches',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** Made by the sender: one click is one batch, however often it arrives. */
    requestKey: uuid('request_key').notNull(),
    state: text('state', { enum: ['running', 'paused', 'cancelled', 'done'] }).notNull(),
    /** Null where it is handed over as a file. */
    destinationId: uuid('destination_id'),
    pace: jsonb('pace').notNull(),
    total: integer('total').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    /** Who paused, resumed or cancelled it last. */
    changedBy: uuid('changed_by'),
    changedAt: at('changed_at'),
    /** When the worker has to look at it again; null where nothing waits for the worker. */
    nextAt: at('next_at'),
    /** Raised by whoever takes it: an older one writes nothing. */
    fence: integer('fence').notNull().default(0),
    leaseUntil: at('lease_until'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('batches_request').on(t.workspaceId, t.requestKey),
    index('batches_due')
      .on(t.nextAt)
      .where(sql`state = 'running' and next_at is not null`),
  ],
)

export const CONTACT_STATES = ['planned', 'sending', 'handed_over', 'skipped', 'cancelled', 'failed'] as const

/** A contact of a batch, from its plan to its outcome. */
export const batchContacts = pgTable(
  'batch_contacts',
  {
    workspaceId: workspaceId(),
    batchId: uuid('batch_id').notNull(),
    recipient: plain('recipient').notNull(),
    domain: plain('domain').notNull(),
    name: text('name'),
    account: plain('account').notNull(),
    campaign: plain('campaign').notNull(),
    category: plain('category').notNull(),
    /** The bounce that brought them here. */
    bouncedAt: at('bounced_at').notNull(),
    bounceKey: uuid('bounce_key').notNull(),
    tries: integer('tries').notNull(),
    state: text('state', { enum: CONTACT_STATES }).notNull(),
    /** True until it is settled; a recipient is in one open batch at most. */
    open: boolean('open').notNull(),
    dueAt: at('due_at').notNull(),
    /** The same in every try. */
    messageId: uuid('message_id').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** While `sending`: until then the worker that claimed it may still be at it. */
    claimedUntil: at('claimed_until'),
    handedAt: at('handed_at'),
    /** The file that took it, where one did. */
    fileId: uuid('file_id'),
    /** Why it was skipped or failed. */
    why: text('why').notNull().default(''),
    outcome: text('outcome', { enum: ['', 'bounced', 'recovered'] })
      .notNull()
      .default(''),
    outcomeAt: at('outcome_at'),
    /** The bounce after the hand-over. */
    againKey: uuid('again_key'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.batchId, t.recipient] }),
    uniqueIndex('batch_contacts_open')
      .on(t.workspaceId, t.recipient)
      .where(sql`open`),
    index('batch_contacts_recipient').on(t.workspaceId, t.recipient, t.handedAt),
    index('batch_contacts_due')
      .on(t.workspaceId, t.batchId, t.dueAt)
      .where(sql`state in ('planned', 'sending')`),
    index('batch_contacts_quiet')
      .on(t.workspaceId, t.handedAt)
      .where(sql`state = 'handed_over' and outcome = ''`),
    index('batch_contacts_outcome')
      .on(t.workspaceId, t.outcomeAt)
      .where(sql`outcome <> ''`),
  ],
)

/** A download of the due part of a batch. */
export const handoverFiles = pgTable(
  'handover_files',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    batchId: uuid('batch_id').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('handover_files_batch').on(t.workspaceId, t.batchId, t.createdAt),
  ],
)

/** Every try to hand over by webhook, and what came back. */
export const deliveries = pgTable(
  'deliveries',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    destinationId: uuid('destination_id').notNull(),
    kind: text('kind', { enum: ['contact', 'replay', 'test'] }).notNull(),
    /** Null for a test. */
    batchId: uuid('batch_id'),
    recipient: plain('recipient'),
    messageId: uuid('message_id').notNull(),
    attempt: integer('attempt').notNull(),
    at: at('at').notNull(),
    /** Null where nothing came back. */
    status: integer('status'),
    ok: boolean('ok').notNull(),
    /** What went wrong, in words. */
    failure: text('failure').notNull(),
    milliseconds: integer('milliseconds').notNull(),
    /** The beginning of the reply. */
    reply: text('reply').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('deliveries_destination').on(t.workspaceId, t.destinationId, t.id.desc().nullsFirst()),
    index('deliveries_recipient').on(t.workspaceId, t.recipient, t.id),
  ],
)
