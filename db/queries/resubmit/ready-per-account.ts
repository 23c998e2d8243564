import type { ISql } from 'postgres'
import { recent } from '@/lib/recent'
import { loadRules } from './load-rules'
import { standing } from './standing'

type Ready = Map<string, number>

interface Asked {
  workspaceId: string
  now: Date
}

/** Every page shows it, and every contact has to be looked at. */
const kept = recent<{ ready: Ready; contacts: number }>({
  keptMs: 30_000,
  isDear: ({ contacts }) => contacts > 50_000,
})

/** How many contacts of each sending account are ready to be resubmitted at a moment; not of this moment where there are very many contacts. */
export async function readyPerAccount(sql: ISql, asked: Asked): Promise<Ready> {
  return (await kept(asked.workspaceId, asked.now, () => count(sql, asked))).ready
}

async function count(sql: ISql, { workspaceId, now }: Asked) {
  const moment = { workspaceId, now, ...(await loadRules(sql, workspaceId)) }
  const rows = await sql<{ account: string; ready: number; contacts: number }[]>`
    select account, (count(*) filter (where state = 'ready'))::int as ready, count(*)::int as contacts
    from (${standing(sql, moment)}) s group by account`
  return {
    ready: new Map(rows.flatMap(({ account, ready }) => (ready > 0 ? [[account, ready] as const] : []))),
    contacts: rows.reduce((sum, row) => sum + row.contacts, 0),
  }
}
