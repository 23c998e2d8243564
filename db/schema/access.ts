import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Globals: users, sessions, workspaces and limits belong to no workspace. */
export const users = pgTable('users', {
  id: uuid('id').primaryKey(),
  /** Lower-cased. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  /** Set from the command line; a disabled user can't sign in anywhere. */
  disabled: boolean('disabled').notNull().default(false),
  createdAt: at('created_at').notNull(),
})

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** `Firefox on Linux`: tells a person's sessions apart. */
    device: text('device').notNull(),
    createdAt: at('created_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

export const workspaces = pgTable('workspaces', {
  id: uuid('id').primaryKey(),
  /** Stands in the URL: lower-case letters, digits, hyphens. */
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** IANA zone; days of the rollups are days there. */
  timeZone: text('time_zone').notNull(),
  createdAt: at('created_at').notNull(),
  /** Rises with every commit that changes bounces; cached figures carry it. */
  dataVersion: integer('data_version').notNull().default(0),
})

/** Counters of the limits that are mounted: sign-in tries, uploads, exports. */
export const limits = pgTable('limits', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  windowStart: at('window_start').notNull(),
  blockedUntil: at('blocked_until'),
})

export const members = pgTable(
  'members',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['viewer', 'operator', 'admin'] }).notNull(),
    disabled: boolean('disabled').notNull().default(false),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index('members_user').on(t.userId)],
)

export type Role = typeof members.$inferSelect.role

export const invites = pgTable(
  'invites',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: uuid('id').notNull(),
    /** SHA-256 of the secret in the link; the link names the workspace too. */
    tokenHash: text('token_hash').notNull(),
    role: text('role', { enum: ['viewer', 'operator', 'admin'] }).notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('invites_token').on(t.workspaceId, t.tokenHash),
  ],
)
