import { z } from 'zod'

const text = z.string().trim()
const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')
const databaseUrl = text.regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgres:// and name a database')
/** `hooks.internal`, `127.0.0.1:9000`, `[::1]`, `10.1.0.0/16`. */
const PRIVATE_TARGET = /^([\w.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$|^[0-9a-f.:]+\/\d{1,3}$/i

const SHAPE = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number, 1 to 65535')
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65535, 'must be a port number, 1 to 65535')
      .default(3000),
    HOST: text.regex(/^[\w.:-]+$/, 'must be an address or a host name to listen on').default('127.0.0.1'),
    DATABASE_URL: databaseUrl.optional(),
    REBOUND_TEST_DATABASE_URL: databaseUrl.optional(),
    REBOUND_DATA_DIR: text.default('.data'),
    REBOUND_DIST_DIR: text.regex(/^[\w.-]+$/, 'must be a folder name inside the project').default('.next'),
    REBOUND_URL: z
      .url({ protocol: /^https?$/, error: 'must be the address people open, with http:// or https://' })
      .transform((url) => new URL(url).origin)
      .optional(),
    REBOUND_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
    REBOUND_ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
    REBOUND_TRUST_PROXY: flag.default(false),
    REBOUND_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    REBOUND_WEBHOOK_ALLOW: text
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine((list) => list.every((entry) => PRIVATE_TARGET.test(entry)), {
        error: 'must name hosts, addresses or networks, separated by commas',
      })
      .default([]),
    REBOUND_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine((env) => Boolean(env.REBOUND_ADMIN_EMAIL) === Boolean(env.REBOUND_ADMIN_PASSWORD), {
    path: ['REBOUND_ADMIN_PASSWORD'],
    message: 'and REBOUND_ADMIN_EMAIL must be set together',
  })

export type Env = z.infer<typeof SHAPE>
type Source = Record<string, string | undefined>

/** A setting that can't be used; the message names each one and says what it must be, never its value. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Reads the settings out of `source`; an empty value counts as not set. Throws `EnvError` that names the bad ones. */
export function readEnv(source: Source): Env {
  const given = Object.keys(SHAPE.shape).flatMap((key) => (source[key] ? [[key, source[key]] as const] : []))
  const parsed = SHAPE.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${sentence(issue)}`)
  throw new EnvError(lines.join('\n'))
}

function sentence(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message
}

let settings: Env | undefined

/** This process's settings, read once at first use. */
export function env(): Env {
  settings ??= readEnv(process.env)
  return settings
}

/** Where the database is; `npm start` sets it for its processes. Throws `EnvError` where nothing did. */
export function requireDatabaseUrl(): string {
  return required('DATABASE_URL')
}

/** The key that signs sessions and links; `npm start` makes and keeps it. Throws `EnvError` where nothing set it. */
export function requireSecret(): string {
  return required('REBOUND_SECRET')
}

function required(name: 'DATABASE_URL' | 'REBOUND_SECRET'): string {
  const value = env()[name]
  if (!value) throw new EnvError(`${name} is not set; start Rebound with npm start, or set it`)
  return value
}

/** The environment a process of ours is given: this process's own, with `changes` on top. */
export function childEnv(changes: Source): NodeJS.ProcessEnv {
  return { ...process.env, ...changes } as NodeJS.ProcessEnv
}
