import type { ISql } from 'postgres'
import { countedGroups } from './counted-groups'
import { loadRules } from './load-rules'

interface Asked {
  workspaceId: string
  now: Date
}

/** How many contacts of each sending account are ready to be resubmitted; as of the last count where there are very many contacts. */
export async function readyPerAccount(sql: ISql, { workspaceId, now }: Asked): Promise<Map<string, number>> {
  const { groups } = await countedGroups(sql, { workspaceId, now, ...(await loadRules(sql, workspaceId)) })
  const ready = new Map<string, number>()
  for (const { state, account, contacts } of groups)
    if (state === 'ready') ready.set(account, (ready.get(account) ?? 0) + contacts)
  return ready
}
