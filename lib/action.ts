import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { Sql } from 'postgres'
import { z } from 'zod'
import type { Db } from '@/db/client'
import { getDb, getSql } from '@/db/connection'
import type { SignedIn } from '@/db/queries/access/load-session'
import { currentSession, requestContext } from '@/lib/auth'
import { callerAddress, requireOwnOrigin } from '@/lib/auth/origin'
import { reportBug } from '@/lib/bug'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import type { Context, Role } from '@/lib/services/context'

/** What an action outside a workspace has to work with. */
export interface Deps {
  db: Db
  sql: Sql
  now: Date
}

interface Definition<S extends z.ZodType, First, T> {
  input: S
  run: (first: First, input: z.output<S>) => Promise<Result<T>>
}

interface WorkspaceDefinition<S extends z.ZodType, T> extends Definition<S, Context, T> {
  role: Role
  /** Every page of the workspace is loaded anew after it, also after a refusal: often the page shown was old. */
  changes?: true
}

/** A server action of a workspace: session → membership → role → strict parse → `run`. Called as `(workspaceSlug, input)`. */
export function defineAction<S extends z.ZodType, T>(definition: WorkspaceDefinition<S, T>) {
  return (workspaceSlug: string, raw: z.input<S>): Promise<Result<T>> =>
    settle('action', async () => {
      const ctx = await requestContext(String(workspaceSlug), definition.role)
      if (!ctx.ok) return ctx
      const result = await parseAndRun(definition, ctx.value, raw)
      if (definition.changes) revalidatePath(`/w/${ctx.value.workspace.slug}`, 'layout')
      return result
    })
}

/** A server action of a signed-in person outside any workspace: session → strict parse → `run`. */
export function defineUserAction<S extends z.ZodType, T>(
  definition: Definition<S, Deps & { session: SignedIn }, T>,
) {
  return (raw: z.input<S>): Promise<Result<T>> =>
    settle('user action', async () => {
      const session = await currentSession()
      if (!session) return fail('unauthenticated', ERRORS.unauthenticated.text)
      return parseAndRun(definition, { ...deps(), session }, raw)
    })
}

/** A server action anybody may call (set-up, invites): strict parse → `run`, which has to guard itself. */
export function definePublicAction<S extends z.ZodType, T>(
  definition: Definition<S, Deps & { address: string }, T>,
) {
  return (raw: z.input<S>): Promise<Result<T>> =>
    settle('public action', async () =>
      parseAndRun(definition, { ...deps(), address: callerAddress(await headers()) }, raw),
    )
}

function deps(): Deps {
  return { db: getDb(), sql: getSql(), now: new Date() }
}

async function parseAndRun<S extends z.ZodType, First, T>(
  { input, run }: Definition<S, First, T>,
  first: First,
  raw: unknown,
): Promise<Result<T>> {
  const parsed = parseStrictly(input, raw)
  return parsed.ok ? run(first, parsed.value) : parsed
}

/** Reads untrusted input; unknown keys are refused, and the failure names each field. */
export function parseStrictly<S extends z.ZodType>(schema: S, raw: unknown): Result<z.output<S>> {
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema
  const parsed = strict.safeParse(raw)
  if (parsed.success) return ok(parsed.data as z.output<S>)
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  return fail('invalid_input', ERRORS.invalid_input.text, fields)
}

async function settle<T>(where: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const own = requireOwnOrigin(await headers())
    return own.ok ? await work() : own
  } catch (thrown) {
    unstable_rethrow(thrown)
    return { ok: false, error: reportBug(thrown, where) }
  }
}
