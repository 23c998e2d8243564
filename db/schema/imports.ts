import { bigint, customType, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { workspaces } from './access'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

/** A file as it came: counted, hashed, kept compressed in chunks until its import is settled. */
export const uploads = pgTable(
  'uploads',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    state: text('state', { enum: ['receiving', 'received'] }).notNull(),
    /** Bytes and SHA-256 (hex) of the body as sent. */
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const uploadChunks = pgTable(
  'upload_chunks',
  {
    workspaceId: workspaceId(),
    uploadId: uuid('upload_id').notNull(),
    seq: integer('seq').notNull(),
    /** Raw size before compression, so that a reader can seek. */
    size: integer('size').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.uploadId, t.seq] })],
)

export const IMPORT_STATES = [
  'mapping', // the preview waits for a person
  'staging', // the dry run reads the file
  'staged', // the dry run's counts wait for a person
  'importing',
  'imported',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const imports = pgTable(
  'imports',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    uploadId: uuid('upload_id').notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull(),
    /** `sample` marks the sample data. */
    origin: text('origin', { enum: ['file', 'command', 'sample'] }).notNull(),
    /** Settings of the reader (lib/ingest/settings): format, encoding, mapping, zone, day order, account. */
    settings: jsonb('settings').notNull(),
    /** Dry-run and result figures (lib/ingest/counts). */
    counts: jsonb('counts').notNull(),
    /** Where the next step goes on; shape private to lib/jobs. */
    checkpoint: jsonb('checkpoint').notNull(),
    /** Rises whenever a worker takes the import; a stale worker writes nothing. */
    fence: integer('fence').notNull().default(0),
    failure: text('failure'),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const importRejects = pgTable(
  'import_rejects',
  {
    workspaceId: workspaceId(),
    importId: uuid('import_id').notNull(),
    seq: integer('seq').notNull(),
    line: integer('line').notNull(),
    reason: text('reason').notNull(),
    column: text('column'),
    value: text('value').notNull(),
    raw: text('raw').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.importId, t.seq] })],
)

/** The mapping a person settled on, remembered for files with the same header. */
export const columnMappings = pgTable(
  'column_mappings',
  {
    workspaceId: workspaceId(),
    /** SHA-256 of the normalised header. */
    header: text('header').notNull(),
    settings: jsonb('settings').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.header] })],
)

/** The day a person gave to the rows of a file that has no times, remembered by the file's hash. */
export const fileDays = pgTable(
  'file_days',
  {
    workspaceId: workspaceId(),
    sha256: text('sha256').notNull(),
    day: text('day').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.sha256] })],
)

/** Who changed what, when and why; written in the change's own transaction. */
export const activity = pgTable(
  'activity',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    at: at('at').notNull(),
    actorId: uuid('actor_id').notNull(),
    /** `import.finished`, `bounces.reclassified`, `member.invited` … */
    action: text('action').notNull(),
    subjectId: uuid('subject_id'),
    count: integer('count'),
    details: jsonb('details').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('activity_time').on(t.workspaceId, t.at, t.id)],
)
