import {
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { workspaces } from './access'

/** Compared byte by byte: what is never shown in order of the language stays small and fast in indexes. */
const plain = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })
/** Facts and rollups carry no foreign key: checking it row by row costs more than storing the row. */
const factsOf = () => uuid('workspace_id').notNull()

/** Hardly two entries of these indexes are equal: looking for such at every full page is work in vain. */
const DISTINCT = { deduplicate_items: false }

/** One failed delivery to one recipient. The key is dedupe, time order, partition and shard key at once. */
export const bounces = pgTable(
  'bounces',
  {
    workspaceId: factsOf(),
    /** Whole UTC seconds. */
    occurredAt: at('occurred_at').notNull(),
    dedupeKey: uuid('dedupe_key').notNull(),
    /** Canonical address and its domain. */
    recipient: plain('recipient').notNull(),
    domain: plain('domain').notNull(),
    recipientName: text('recipient_name'),
    /** Our own mailbox, '' where unknown. */
    account: plain('account').notNull(),
    campaign: plain('campaign').notNull(),
    /** Mailbox provider id, `other` where none is known. */
    provider: plain('provider').notNull(),
    category: plain('category').notNull(),
    /** '' for unclassified. */
    bounceType: text('bounce_type', { enum: ['hard', 'soft', ''] }).notNull(),
    smtpCode: text('smtp_code').notNull(),
    enhancedCode: text('enhanced_code').notNull(),
    vendorClass: text('vendor_class').notNull(),
    diagnostic: text('diagnostic').notNull(),
    templateId: uuid('template_id').notNull(),
    confidence: real('confidence').notNull(),
    /** `layer:rule` of the verdict. */
    decidedBy: text('decided_by').notNull(),
    /** False where only a report tells of it that may be forged: it quotes no mail of a known sending account. */
    verified: boolean('verified').notNull().default(true),
    importId: uuid('import_id').notNull(),
    line: integer('line').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.occurredAt, t.dedupeKey] }),
    // Serves the category, and by skipping over the few categories the account; lists gather from it without the rows.
    index('bounces_category_account')
      .on(t.workspaceId, t.category, t.account, t.occurredAt, t.dedupeKey)
      .with(DISTINCT),
    index('bounces_recipient').on(t.workspaceId, t.recipient, t.occurredAt).with(DISTINCT),
    index('bounces_domain').on(t.workspaceId, t.domain, t.occurredAt).with(DISTINCT),
    index('bounces_template').on(t.workspaceId, t.templateId, t.occurredAt).with(DISTINCT),
    index('bounces_campaign').on(t.workspaceId, t.campaign, t.occurredAt).with(DISTINCT),
    // An import's rows lie together, so block ranges find them at a hundredth of a tree's cost.
    index('bounces_import').using('brin', t.workspaceId, t.importId),
  ],
)

/** Our own mailboxes, as bounces named them; the id stands in URLs instead of the address. */
export const sendingAccounts = pgTable(
  'sending_accounts',
  {
    workspaceId: workspaceId(),
    address: plain('address').notNull(),
    id: uuid('id').notNull(),
    /** False while only reports name it that may be forged. */
    known: boolean('known').notNull().default(true),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.address] })],
)

/** A reply with its variable parts masked, once per workspace. */
export const templates = pgTable(
  'templates',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    text: text('text').notNull(),
    /** One real reply of this template, for the guide and the drawer. */
    example: text('example').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** Category × type counts of a day and account, inside one array: see lib/analytics/cells.ts for the addressing. */
export const accountDays = pgTable(
  'account_days',
  {
    workspaceId: factsOf(),
    day: date('day', { mode: 'string' }).notNull(),
    account: plain('account').notNull(),
    counts: integer('counts').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day, t.account] })],
)

export const providerDays = pgTable(
  'provider_days',
  {
    workspaceId: factsOf(),
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
    workspaceId: factsOf(),
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
    workspaceId: factsOf(),
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
