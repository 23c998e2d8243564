import type { ISql } from 'postgres'
import { countedGroups } from './counted-groups'
import { loadRules } from './load-rules'

export interface WaitingContacts {
  category: string
  account: string
  contacts: number
}

/** Contacts that wait until a cause is marked as fixed, by cause and account: the figures of the resubmit page. */
export async function waitingForFix(
  sql: ISql,
  { workspaceId, now }: { workspaceId: string; now: Date },
): Promise<WaitingContacts[]> {
  const { groups } = await countedGroups(sql, { workspaceId, now, ...(await loadRules(sql, workspaceId)) })
  return groups.filter((group) => group.state === 'waiting')
}
