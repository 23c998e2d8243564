import type { ISql } from 'postgres'
import { readPolicy } from '@/lib/dne/policy'
import { rulesOf, triesSchema, type Rule, type TriesByCategory } from '@/lib/resubmit/rules'

export interface ResubmitRules {
  rules: Rule[]
  /** Only what differs from the defaults. */
  tries: TriesByCategory
  /** Days without a bounce after a hand-over that count as recovered. */
  quietDays: number
  /** True where `anna+news@` is the same person as `anna@`. */
  plusTags: boolean
}

/** What decides over a workspace's contacts: its policy's holds and quiet days, and its tries. */
export async function loadRules(sql: ISql, workspaceId: string): Promise<ResubmitRules> {
  const [row] = await sql<{ policy: unknown; tries: unknown }[]>`
    select (select policy from dne_policies where workspace_id = ${workspaceId}) as policy,
      (select tries from resubmit_settings where workspace_id = ${workspaceId}) as tries`
  const policy = readPolicy(row?.policy ?? null)
  const tries = triesSchema.parse(row?.tries ?? {})
  return { rules: rulesOf(tries, policy), tries, ...policy.options }
}
