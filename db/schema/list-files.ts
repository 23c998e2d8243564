import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'
import { workspaceId } from './workspaces'

export const LIST_FILE_STATES = [
  'reading', // the dry run, or the check, reads the file
  'read', // its counts wait for a person; the end of a check
  'storing',
  'stored',
  'failed',
] as const
export type ListFileState = (typeof LIST_FILE_STATES)[number]

/** A file of addresses on its way to the Do Not Email list, or one to be checked against it; its upload goes when it expires. */
export const listFiles = pgTable(
  'list_files',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    uploadId: uuid('upload_id').notNull(),
    purpose: text('purpose', { enum: ['list', 'check'] }).notNull(),
    state: text('state', { enum: LIST_FILE_STATES }).notNull(),
    name: text('name').notNull(),
    /** How it is read (lib/ingest/lists); null where it can't be. */
    settings: jsonb('settings'),
    /** What a person says of entries that don't say it themselves: reason, note, expiry. */
    choices: jsonb('choices').notNull(),
    /** What reading it came to. */
    counts: jsonb('counts'),
    progress: jsonb('progress'),
    /** Where the next step of storing goes on; shape private to lib/jobs/lists. */
    checkpoint: jsonb('checkpoint'),
    /** Rises whenever a worker takes the file, or a person has it read anew; a stale worker writes nothing. */
    fence: integer('fence').notNull().default(0),
    leaseUntil: at('lease_until'),
    tries: integer('tries').notNull().default(0),
    /** The act that stored it, once there is one. */
    actId: uuid('act_id'),
    failure: text('failure'),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('list_files_waiting')
      .on(t.state, t.leaseUntil)
      .where(sql`state in ('reading', 'storing')`),
    index('list_files_expiry').on(t.expiresAt),
  ],
)
