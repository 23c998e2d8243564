import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytea } from './columns'
import { workspaceId, workspaceIdUnlinked } from './workspaces'

/** A file as it came: counted, hashed, kept compressed in chunks until its import is settled. */
export const uploads = pgTable(
  'uploads',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    state: text('state', { enum: ['receiving', 'received'] }).notNull(),
    /** Made by the sender, the same for every retry of one file: a retry gives one file. */
    retryKey: uuid('retry_key').notNull(),
    /** Bytes and SHA-256 (hex) of the body as sent. */
    size: bigint('size', { mode: 'number' }).notNull(),
    sha256: text('sha256').notNull(),
    /** SHA-256 without byte order mark and carriage returns: the same rows in other line ends. */
    textSha256: text('text_sha256').notNull(),
    /** True for a packed file (gzip, or ZIP of mails): its bytes are unpacked when they are read. */
    gzip: boolean('gzip').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('uploads_sha256').on(t.workspaceId, t.sha256),
  ],
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
    /** What the head of the file told (lib/ingest/detect). */
    detected: jsonb('detected').notNull(),
    /** Dry-run figures, then the result's (lib/ingest/counts); null until known. */
    counts: jsonb('counts'),
    /** Where the next step goes on; shape private to lib/jobs. */
    checkpoint: jsonb('checkpoint').notNull(),
    /** How far the phase is (lib/ingest/counts). */
    progress: jsonb('progress'),
    /** Rises whenever a worker takes the import; a stale worker writes nothing. */
    fence: integer('fence').notNull().default(0),
    /** The standing import of the same bytes under the same settings: all of this one's rows are known from there. */
    twinOf: uuid('twin_of'),
    /** Until then the import belongs to the worker that took it. */
    leaseUntil: at('lease_until'),
    /** Times a worker took it since the last step that was committed; the third in vain is the last. */
    tries: integer('tries').notNull().default(0),
    failure: text('failure'),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('imports_upload').on(t.workspaceId, t.uploadId),
    index('imports_waiting')
      .on(t.state, t.leaseUntil)
      .where(sql`state in ('staging', 'importing', 'undoing')`),
  ],
)

/** A bounce of an import that another one had brought before: when that one is undone, the bounce passes to this. */
export const knownRows = pgTable(
  'known_rows',
  {
    workspaceId: workspaceIdUnlinked(),
    occurredAt: at('occurred_at').notNull(),
    dedupeKey: uuid('dedupe_key').notNull(),
    importId: uuid('import_id').notNull(),
    line: integer('line').notNull(),
    /** The columns in which this source differs from the stored row; null where in none. */
    differs: jsonb('differs'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.occurredAt, t.dedupeKey, t.importId] }),
    index('known_rows_import').using('brin', t.workspaceId, t.importId),
  ],
)

/** The merge of an import goes in lanes side by side, each over its own span of keys and with its own checkpoint. */
export const importLanes = pgTable(
  'import_lanes',
  {
    workspaceId: workspaceId(),
    importId: uuid('import_id').notNull(),
    lane: integer('lane').notNull(),
    /** Where the lane's next step goes on, and what its steps came to; shape private to lib/jobs. */
    checkpoint: jsonb('checkpoint').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.importId, t.lane] })],
)

/** Which stages exist. UNLOGGED like the stages themselves: both are empty after a crash of the database, which tells that a stage is lost. */
export const importStages = pgTable(
  'import_stages',
  {
    workspaceId: workspaceIdUnlinked(),
    importId: uuid('import_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.importId] })],
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
