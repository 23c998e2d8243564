import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { at, bytea, plain } from './columns'
import { workspaceId } from './workspaces'

/** People who were erased. What stands for them is a digest under the workspace's key; it is on the list for good. */
export const erasures = pgTable(
  'erasures',
  {
    workspaceId: workspaceId(),
    /** Stands where the address stood: `<digest>@erased.invalid`. */
    value: plain('value').notNull(),
    /** The address, sealed with the server's secret, until no stored file holds it any more; then null. */
    sealed: bytea('sealed'),
    createdAt: at('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.value] }),
    index('erasures_open')
      .on(t.createdAt)
      .where(sql`sealed is not null`),
  ],
)

/** For how long a workspace keeps what it no longer needs (lib/privacy/retention.ts); none: the defaults. */
export const retention = pgTable('retention', {
  workspaceId: workspaceId().primaryKey(),
  /** By kind of data, in days; null: for good. */
  days: jsonb('days').notNull(),
  appliedAt: at('applied_at'),
})
