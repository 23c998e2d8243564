import type { TransactionSql } from 'postgres'
import { z } from 'zod'
import { waiting } from '@/db/queries/dne/list-suggestions'
import { suggested } from '@/db/queries/dne/suggested'

/** Some suggestions by the id of their entry, or all of a kind. */
export const suggestionsInput = z.union([
  z.strictObject({ ids: z.array(z.guid()).min(1).max(1000) }),
  z.strictObject({
    all: z.strictObject({
      category: z.string().max(40).optional(),
      kind: z.enum(['repeated', 'outage', 'unverified', 'complaint', 'unsubscribe']).optional(),
      provider: z.string().max(40).optional(),
    }),
  }),
])

/** Gathers suggestions that still wait in `chosen_suggestions`; gives how many. Nobody settles meanwhile: the caller holds that lock. */
export async function chooseSuggestions(
  tx: TransactionSql,
  workspaceId: string,
  select: z.infer<typeof suggestionsInput>,
): Promise<number> {
  await tx.unsafe(`create temp table if not exists chosen_suggestions (value text collate "C" not null,
    domain text collate "C" not null, reason text collate "C" not null, category text collate "C" not null, bounce_at timestamptz) on commit delete rows`)
  const which = 'ids' in select ? tx`s.entry_id = any(${select.ids}::uuid[])` : tx`true`
  const filter = 'all' in select ? select.all : {}
  const { count } = await tx`
    insert into chosen_suggestions
    select s.value, s.domain, case when s.kind in ('complaint', 'unsubscribe') then s.kind else 'bounce' end, s.category,
      case when s.kind not in ('complaint', 'unsubscribe') then s.at end
    from ${suggested(tx, workspaceId)} s
    where ${waiting(tx, workspaceId, filter)} and ${which}`
  return count
}
