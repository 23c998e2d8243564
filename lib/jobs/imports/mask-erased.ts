import { loadErasedKey, standInSql } from '@/db/queries/people/erased'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { ERASED_DOMAIN } from '@/lib/dne/erased'
import { optOutsName, stageName } from './stage-table'
import { unnamedSql } from './unnamed'
import type { Taken, Tx } from './work'

const untagged = (column: string) =>
  `case when left(${column}, 1) <> '"' and ${column} like '_%+%@%' then regexp_replace(${column}, '[+][^@]*@', '@') else ${column} end`

/** Once rows were stored nothing is staged any more; whoever is erased from then on is taken out of the stage by that. */
async function isUnderWay(tx: Tx, { workspaceId, importId }: Omit<Taken, 'fence'>): Promise<boolean> {
  const rows = await tx`
    select 1 from import_lanes where workspace_id = ${workspaceId} and import_id = ${importId} and (checkpoint ->> 'done')::int > 0 limit 1`
  return rows.length > 0
}

/** People who were erased and come with a file stay erased: their rows count, and say neither who it is nor what the reply said. */
export async function maskErased(tx: Tx, { workspaceId, importId }: Omit<Taken, 'fence'>): Promise<void> {
  const key = await loadErasedKey(tx, workspaceId)
  if (!key || (await isUnderWay(tx, { workspaceId, importId }))) return
  const { plusTags } = (await loadPolicy(tx, workspaceId)).options
  const [rows, optOuts] = [stageName(importId), optOutsName(importId)]
  const forms = (column: string) => [column, ...(plusTags ? [untagged(column)] : [])]
  for (const form of forms('s.recipient')) {
    const gone = `from ${rows} s join erasures e on e.workspace_id = $1::uuid and e.value = ${standInSql(key, form)}`
    const of = (text: string) => unnamedSql(text, 'g.recipient', 'g.recipient_name')
    await tx.unsafe(
      `update ${rows}_templates t set text = ${of('t.text')},
         example = case when t.example = g.diagnostic then ${of('t.text')} else ${of('t.example')} end
       from (select s.* ${gone}) g where g.template_id = t.id`,
      [workspaceId],
    )
    await tx.unsafe(
      `update ${rows} s set recipient = g.value, domain = '${ERASED_DOMAIN}', recipient_name = null,
         diagnostic = coalesce(g.text, '')
       from (select s.seq, e.value, t.text ${gone} left join ${rows}_templates t on t.id = s.template_id) g
       where g.seq = s.seq`,
      [workspaceId],
    )
  }
  for (const form of forms('o.address'))
    await tx.unsafe(
      `update ${optOuts} o set address = e.value from erasures e
       where e.workspace_id = $1::uuid and e.value = ${standInSql(key, form)}`,
      [workspaceId],
    )
}
