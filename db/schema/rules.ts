import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, plain } from './columns'
import { workspaceId } from './workspaces'

/** A person's decision for every reply of one template, now and from now on. */
export const templateRules = pgTable(
  'template_rules',
  {
    workspaceId: workspaceId(),
    templateId: uuid('template_id').notNull(),
    category: plain('category').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.templateId] })],
)

/** A person's rule on the words of replies, for every import from then on; a decision for one template outranks it. */
export const workspaceRules = pgTable(
  'workspace_rules',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    /** The first that applies decides. */
    position: integer('position').notNull(),
    words: text('words').notNull(),
    /** Reply code or enhanced code, provider, account: '' where any will do. */
    code: plain('code').notNull().default(''),
    provider: plain('provider').notNull().default(''),
    account: plain('account').notNull().default(''),
    category: plain('category').notNull(),
    enabled: boolean('enabled').notNull().default(true),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
