import type { z } from 'zod'
import { ERRORS } from '@/lib/errors'
import { fail, ok, type Result } from '@/lib/result'
import { mayAct, type Context, type Role } from './context'

/** The input as read: every use case begins with it. Rejects a person without the role, then input that can't be read. */
export function authorised<S extends z.ZodType>(
  ctx: Context,
  role: Role,
  schema: S,
  input: unknown,
): Result<z.output<S>> {
  if (!mayAct(ctx.actor.role, role)) return fail('forbidden', ERRORS.forbidden.text)
  const parsed = schema.safeParse(input)
  return parsed.success ? ok(parsed.data) : fail('invalid_input', ERRORS.invalid_input.text)
}
