import { integer, jsonb, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import { at, plain } from './columns'
import { workspaceId } from './workspaces'

export const RUN_STATES = [
  'checking', // looks at every bounce, changes none
  'checked', // what would change waits for a person
  'running',
  'done',
  'undoing',
  'undone',
  'cancelled',
] as const
export type RunState = (typeof RUN_STATES)[number]

/** Recognition run again over the bounces stored so far, step by step; each also is an act that can be undone. */
export const recognitionRuns = pgTable(
  'recognition_runs',
  {
    workspaceId: workspaceId(),
    /** Of its act in `reclassifications` too. */
    id: uuid('id').notNull(),
    state: text('state', { enum: RUN_STATES }).notNull().default('checking'),
    /** The last bounce looked at; null before the first step. */
    reachedAt: at('reached_at'),
    reachedKey: uuid('reached_key'),
    seen: integer('seen').notNull().default(0),
    total: integer('total').notNull(),
    /** Bounces by what they change from and to: see lib/services/recognition/changes.ts. */
    changes: jsonb('changes').notNull().default({}),
    /** Rises whenever a worker takes the run; a stale worker writes nothing. */
    fence: integer('fence').notNull().default(0),
    leaseUntil: at('lease_until'),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** One act of reclassifying, with what it needs to be undone exactly. */
export const reclassifications = pgTable(
  'reclassifications',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    /** '' where its bounces went to several. */
    category: plain('category').notNull(),
    /** The rule on words it made, if any. */
    ruleId: uuid('rule_id'),
    /** Set where it made a rule for the template. */
    templateId: uuid('template_id'),
    /** The rule that stood before, if any. */
    previousRule: text('previous_rule'),
    count: integer('count').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    undoneAt: at('undone_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const reclassifiedBounces = pgTable(
  'reclassified_bounces',
  {
    workspaceId: workspaceId(),
    reclassificationId: uuid('reclassification_id').notNull(),
    occurredAt: at('occurred_at').notNull(),
    dedupeKey: uuid('dedupe_key').notNull(),
    category: plain('category').notNull(),
    bounceType: text('bounce_type').notNull(),
    confidence: real('confidence').notNull(),
    decidedBy: text('decided_by').notNull(),
    /** What recognition put there; null where the act's own mark stands in the bounce. */
    newCategory: plain('new_category'),
    newDecidedBy: text('new_decided_by'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.reclassificationId, t.occurredAt, t.dedupeKey] })],
)
