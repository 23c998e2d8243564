import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { bounceColumns } from './bounces'
import { at, plain } from './columns'
import { workspaceId } from './workspaces'

/** A person said that reports which may be forged are on our own mail: their bounces count like any other. */
export const confirmations = pgTable(
  'confirmations',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    /** The sending account that is known from then on; '' where none was made known. */
    account: plain('account').notNull(),
    count: integer('count').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** The bounces it was said of; a confirmation that was undone has none. */
export const confirmedBounces = pgTable(
  'confirmed_bounces',
  {
    workspaceId: workspaceId(),
    occurredAt: at('occurred_at').notNull(),
    dedupeKey: uuid('dedupe_key').notNull(),
    confirmationId: uuid('confirmation_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.occurredAt, t.dedupeKey] })],
)

/** A person said that reports are not on our own mail: their bounces are out of every list and figure. */
export const dismissals = pgTable(
  'dismissals',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    count: integer('count').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** The bounces it was said of, as they were; they stay known, so that the same report brings them no second time. */
export const dismissedBounces = pgTable(
  'dismissed_bounces',
  { workspaceId: workspaceId(), dismissalId: uuid('dismissal_id').notNull(), ...bounceColumns() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.occurredAt, t.dedupeKey] }),
    index('dismissed_bounces_dismissal').on(t.workspaceId, t.dismissalId),
  ],
)
