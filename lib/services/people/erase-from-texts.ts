import type { TransactionSql } from 'postgres'
import { WITHOUT_SAMPLES } from '@/lib/jobs/imports/settle-upload'
import type { Erasure } from './person'

/** Texts that people wrote, or that came with replies: the address in them goes, the rest stays. */
const TEXTS = [
  ['templates', 'text'],
  ['templates', 'example'],
  ['deliveries', 'reply'],
  ['dne_acts', 'why'],
  ['dne_reasons', 'note'],
  ['fixes', 'what'],
  ['batches', 'name'],
  ['workspace_rules', 'words'],
] as const

const GONE = '[erased]'

/** Takes the addresses out of all texts, and rejected lines that hold one out of their imports; their reasons stay. */
export async function eraseFromTexts(tx: TransactionSql, { workspaceId, addresses }: Erasure): Promise<void> {
  for (const address of addresses) {
    const pattern = address.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    for (const [table, column] of TEXTS)
      await tx`
        update ${tx(table)} set ${tx(column)} = regexp_replace(${tx(column)}, ${pattern}, ${GONE}, 'gi')
        where workspace_id = ${workspaceId} and strpos(lower(${tx(column)}), ${address}) > 0`
    await tx`
      update dne_acts set details = regexp_replace(details::text, ${pattern}, ${GONE}, 'gi')::jsonb
      where workspace_id = ${workspaceId} and strpos(lower(details::text), ${address}) > 0`
    await tx`
      update imports set detected = ${tx.unsafe(WITHOUT_SAMPLES)}
      where workspace_id = ${workspaceId} and strpos(lower(detected::text), ${address}) > 0`
    await tx`
      update import_rejects set raw = '', value = ''
      where workspace_id = ${workspaceId} and (strpos(lower(raw), ${address}) > 0 or strpos(lower(value), ${address}) > 0)`
  }
}
