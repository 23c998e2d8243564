import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { workspaceId, workspaceIdUnlinked } from './workspaces'

/**
 * Who changed what, when and why; appended in the change's own transaction. Each row's hash covers the row before it, the app's role may
 * neither change nor delete one (migrations), and the rows outlive their workspace.
 */
export const activity = pgTable(
  'activity',
  {
    workspaceId: workspaceIdUnlinked(),
    id: uuid('id').notNull(),
    /** 1, 2, 3 … in the order of commits, without a gap. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date', precision: 3 }).notNull(),
    actorId: uuid('actor_id').notNull(),
    /** `import.finished`, `bounces.reclassified`, `member.invited` …: lib/activity/actions.ts has them all. */
    action: text('action').notNull(),
    subjectId: uuid('subject_id'),
    count: integer('count'),
    /** The reason a person gave, '' where none is asked for. */
    why: text('why').notNull().default(''),
    /** Before and after; people stand in `about` as keyed digests, never as addresses. */
    details: jsonb('details').notNull(),
    about: text('about').array().notNull(),
    /** SHA-256 (hex) over the hash before and this row's content. */
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('activity_seq').on(t.workspaceId, t.seq),
    index('activity_about').using('gin', t.about),
  ],
)

/** The end of each workspace's chain; its row is locked by whoever appends, so that the order is one. */
export const activityHeads = pgTable(
  'activity_heads',
  {
    workspaceId: workspaceId(),
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    hash: text('hash').notNull().default(''),
    /** Key of the digests that stand for addresses; without it nobody can tell whom a row is about. */
    digestKey: text('digest_key').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
)
