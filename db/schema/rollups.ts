import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { plain } from './columns'
import { workspaceId, workspaceIdUnlinked } from './workspaces'

/** Category × type counts of a day and account, inside one array: see lib/analytics/cells.ts for the addressing. */
export const accountDays = pgTable(
  'account_days',
  {
    workspaceId: workspaceIdUnlinked(),
    day: date('day', { mode: 'string' }).notNull(),
    account: plain('account').notNull(),
    counts: integer('counts').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day, t.account] })],
)

export const providerDays = pgTable(
  'provider_days',
  {
    workspaceId: workspaceIdUnlinked(),
    day: date('day', { mode: 'string' }).notNull(),
    provider: plain('provider').notNull(),
    counts: integer('counts').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day, t.provider] })],
)

/** Serves account and provider filters together. */
export const accountProviderDays = pgTable(
  'account_provider_days',
  {
    workspaceId: workspaceIdUnlinked(),
    account: plain('account').notNull(),
    provider: plain('provider').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    counts: integer('counts').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.account, t.provider, t.day] }),
    index('account_provider_days_provider').on(t.workspaceId, t.provider, t.day),
  ],
)

export const templateDays = pgTable(
  'template_days',
  {
    workspaceId: workspaceIdUnlinked(),
    day: date('day', { mode: 'string' }).notNull(),
    templateId: uuid('template_id').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day, t.templateId] })],
)

/** Figures too dear to count on every view, exact for the data version they carry. */
export const cachedFigures = pgTable(
  'cached_figures',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    dataVersion: integer('data_version').notNull(),
    value: jsonb('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
)
