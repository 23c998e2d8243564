import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, plain } from './columns'
import { workspaceIdUnlinked } from './workspaces'

/**
 * Somebody wants no more mail, as a report or a row of an import tells. Each import keeps its own, so that what two tell stands until
 * both are undone; what follows from it stands in `dne_reasons`, by the import's act.
 */
export const optOuts = pgTable(
  'opt_outs',
  {
    workspaceId: workspaceIdUnlinked(),
    importId: uuid('import_id').notNull(),
    /** The same for the same report in another file. */
    key: uuid('key').notNull(),
    line: integer('line').notNull(),
    address: plain('address').notNull(),
    /** As it was listed: without its tag where the workspace says so. */
    listedAs: plain('listed_as').notNull(),
    reason: text('reason', { enum: ['complaint', 'unsubscribe'] }).notNull(),
    /** Our mailbox whose mail it was, '' where unknown. */
    account: plain('account').notNull(),
    /** Of a feedback report: `abuse`, `opt-out`; else ''. */
    feedbackType: text('feedback_type').notNull(),
    occurredAt: at('occurred_at'),
    /** False where the report may be forged: it lists nobody until a person says so (db/queries/dne/suggested.ts). */
    verified: boolean('verified').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.importId, t.key] }),
    index('opt_outs_key').on(t.workspaceId, t.key),
    index('opt_outs_listed').on(t.workspaceId, t.listedAs),
    // The few that a person decides on.
    index('opt_outs_unverified')
      .on(t.workspaceId, t.listedAs)
      .where(sql`not ${t.verified}`),
  ],
)
