import type { TransactionSql } from 'postgres'
import { ERASED_DOMAIN } from '@/lib/dne/erased'
import { optOutsName, stageName } from '@/lib/jobs/imports/stage-table'
import { unnamedSql } from '@/lib/jobs/imports/unnamed'
import type { Erasure } from './person'

/** Bounces, replies' examples, opt-outs and what imports under way have staged. A reply keeps its template, which names nobody. Gives the bounces. */
export async function eraseFromBounces(tx: TransactionSql, erasure: Erasure): Promise<number> {
  const { workspaceId, addresses, standIn } = erasure
  await eraseRows(tx, erasure, 'dismissed_bounces')
  const count = await eraseRows(tx, erasure, 'bounces')
  await tx`
    update opt_outs set address = ${standIn}, listed_as = ${standIn}
    where workspace_id = ${workspaceId} and (address = any(${addresses}::text[]) or listed_as = any(${addresses}::text[]))`
  const stages = await tx<{ id: string }[]>`
    select import_id as id from import_stages where workspace_id = ${workspaceId}`
  for (const { id } of stages) await eraseFromStage(tx, erasure, id)
  return count
}

/** The rows, the examples of their replies, and what notes of other imports tell of them. */
async function eraseRows(
  tx: TransactionSql,
  { workspaceId, addresses, standIn }: Erasure,
  table: 'bounces' | 'dismissed_bounces',
): Promise<number> {
  const rows = tx(table)
  const theirs = tx`b.workspace_id = ${workspaceId} and b.recipient = any(${addresses}::text[])`
  await tx`
    update templates t set example = t.text
    where t.workspace_id = ${workspaceId}
      and exists (select 1 from ${rows} b where ${theirs} and b.template_id = t.id and b.diagnostic = t.example)`
  const unnamed = (text: string) => tx.unsafe(unnamedSql(text, 'b.recipient', 'b.name'))
  await tx`
    update templates t set text = ${unnamed('t.text')}, example = ${unnamed('t.example')}
    from (select template_id, recipient, max(recipient_name) as name from ${rows} b where ${theirs} group by 1, 2) b
    where t.workspace_id = ${workspaceId} and t.id = b.template_id`
  const { count } = await tx`
    update ${rows} b set recipient = ${standIn}, domain = ${ERASED_DOMAIN}, recipient_name = null,
      diagnostic = coalesce((select t.text from templates t where t.workspace_id = ${workspaceId} and t.id = b.template_id), '')
    where ${theirs}`
  await tx`
    update known_rows k set differs = k.differs || jsonb_build_object('recipient_name', null, 'diagnostic', b.diagnostic)
    from ${rows} b
    where b.workspace_id = ${workspaceId} and b.recipient = ${standIn} and k.workspace_id = ${workspaceId}
      and k.occurred_at = b.occurred_at and k.dedupe_key = b.dedupe_key and k.differs is not null`
  return count
}

async function eraseFromStage(tx: TransactionSql, { addresses, standIn }: Erasure, importId: string) {
  const [rows, templates, optOuts] = [
    stageName(importId),
    `${stageName(importId)}_templates`,
    optOutsName(importId),
  ]
  const [there] = await tx<{ all: boolean }[]>`
    select to_regclass(${rows}) is not null and to_regclass(${optOuts}) is not null as all`
  if (!there?.all) return
  await tx.unsafe(
    `update ${templates} t set example = t.text from ${rows} s
     where s.recipient = any($1::text[]) and s.template_id = t.id and s.diagnostic = t.example`,
    [addresses],
  )
  await tx.unsafe(
    `update ${templates} t set text = ${unnamedSql('t.text', 's.recipient', 's.recipient_name')},
       example = ${unnamedSql('t.example', 's.recipient', 's.recipient_name')}
     from ${rows} s where s.recipient = any($1::text[]) and s.template_id = t.id`,
    [addresses],
  )
  await tx.unsafe(
    `update ${rows} s set recipient = $2, domain = '${ERASED_DOMAIN}', recipient_name = null,
       diagnostic = coalesce((select t.text from ${templates} t where t.id = s.template_id), '')
     where s.recipient = any($1::text[])`,
    [addresses, standIn],
  )
  await tx.unsafe(`update ${optOuts} set address = $2 where address = any($1::text[])`, [addresses, standIn])
}
