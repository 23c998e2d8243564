import { getSql } from '@/db/connection'
import { log } from '@/lib/log'

export const dynamic = 'force-dynamic'

const PATIENCE_MS = 3000

/** Open to everybody, for load balancers and `npm start`: 200 while the database answers, 503 while it does not. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  if (await databaseAnswers()) return Response.json({ status: 'ok' }, { headers })
  return Response.json(
    { status: 'unavailable' },
    { status: 503, headers: { ...headers, 'retry-after': '5' } },
  )
}

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answer = getSql()`select 1`.then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, 'the database does not answer')
      return false
    },
  )
  const answered = await Promise.race([answer, late])
  clearTimeout(timer)
  return answered
}
