import { jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { at, plain } from './columns'
import { workspaceId } from './workspaces'

/** People who were erased. What stands for them is a digest under the workspace's key; it is on the list for good. */
export const erasures = pgTable(
  'erasures',
  {
    workspaceId: workspaceId(),
    /** Stands where the address stood: `<digest>@erased.invalid`. */
    value: plain('value').notNull(),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.value] })],
)

/** For how long a workspace keeps what it no longer needs (lib/privacy/retention.ts); none: the defaults. */
export const retention = pgTable('retention', {
  workspaceId: workspaceId().primaryKey(),
  /** By kind of data, in days; null: for good. */
  days: jsonb('days').notNull(),
  appliedAt: at('applied_at'),
})
