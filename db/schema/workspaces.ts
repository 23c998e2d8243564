import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'

export const workspaces = pgTable('workspaces', {
  id: uuid('id').primaryKey(),
  /** Stands in the URL: lower-case letters, digits, hyphens. */
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** IANA zone; days of the rollups are days there. */
  timeZone: text('time_zone').notNull(),
  createdAt: at('created_at').notNull(),
  /** Rises with every commit that changes bounces; cached figures carry it. */
  dataVersion: integer('data_version').notNull().default(0),
})

/** Begins every key of what belongs to a workspace. */
export const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

/** Without a foreign key: checking it row by row costs more than storing the row; and activity outlives its workspace. */
export const workspaceIdUnlinked = () => uuid('workspace_id').notNull()
