import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns'
import { workspaceId } from './workspaces'

/** Work on the list that is too much for one transaction: a worker does it step by step, each step a transaction of its own. */
export const dneRuns = pgTable(
  'dne_runs',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    /** settle: derive the list under a changed policy; remove: take off all that matches a filter; undo: take an act back. */
    kind: text('kind', { enum: ['settle', 'remove', 'undo'] }).notNull(),
    /** The act of `dne_acts` it belongs to. */
    actId: uuid('act_id').notNull(),
    /** replaced: a later policy's run does what it left undone; stopped: by a person. */
    state: text('state', { enum: ['running', 'done', 'replaced', 'stopped'] }).notNull(),
    /** What it is about: the categories of a policy, the filter of a removal. */
    details: jsonb('details').notNull(),
    /** Where the next step begins; null before the first. */
    place: jsonb('place'),
    /** Bounces or entries looked at, of how many. */
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    /** Entries taken off or reasons restored, and those that had to stay. */
    changed: integer('changed').notNull().default(0),
    left: integer('left').notNull().default(0),
    /** Rises whenever a worker takes the run; a stale worker writes nothing. */
    fence: integer('fence').notNull().default(0),
    leaseUntil: at('lease_until'),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('dne_runs_open')
      .on(t.workspaceId, t.kind)
      .where(sql`state = 'running'`),
  ],
)
