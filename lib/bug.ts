import { isAway } from '@/lib/away'
import { ERRORS } from '@/lib/errors'
import { newId } from '@/lib/id'
import { log } from '@/lib/log'
import type { Failure } from '@/lib/result'

// The server ended a statement of ours that took too long.
const CANCELED = '57014'

/** Turns anything thrown into what the person may see, and logs it once: never the database's text or its parameters. */
export function reportBug(thrown: unknown, where: string): Failure {
  const error = innermost(thrown)
  const id = newId()
  if (isAway(error) || error.code === CANCELED) {
    log.error({ id, where, code: error.code }, 'the database does not answer')
    return { code: 'unavailable', message: ERRORS.unavailable.text }
  }
  log.error({ id, where, ...describe(error) }, 'a request failed')
  return { code: 'internal', message: `${ERRORS.internal.text} If it happens again, quote ${id}.` }
}

type Thrown = Error & { code?: unknown; constraint_name?: unknown; table_name?: unknown }

/** Drizzle puts the query and its parameters into the outer message; the cause is what Postgres said. */
function innermost(thrown: unknown): Thrown {
  const error: Thrown = thrown instanceof Error ? thrown : new Error(typeof thrown)
  return error.cause instanceof Error ? innermost(error.cause) : error
}

function describe(error: Thrown) {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    error: error.name,
    code: error.code,
    // Postgres quotes the value it disliked.
    message: error.message.replace(/"[^"]*"|'[^']*'/g, '…').slice(0, 500),
    constraint: error.constraint_name,
    table: error.table_name,
    stack: frames.slice(0, 12).join('\n'),
  }
}
