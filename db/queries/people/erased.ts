import { createHash } from 'node:crypto'
import type { ISql } from 'postgres'
import { ERASED_DOMAIN } from '@/lib/dne/erased'

/** What it takes to know erased people again by their address: the two halves of the key of an HMAC, as SQL literals. */
export interface ErasedKey {
  inner: string
  outer: string
}

const BLOCK = 64

/** The key of a workspace in which somebody was erased; null where nobody was, which spares every look-up. */
export async function loadErasedKey(sql: ISql, workspaceId: string): Promise<ErasedKey | null> {
  const [row] = await sql<{ key: string }[]>`
    select digest_key as key from activity_heads
    where workspace_id = ${workspaceId} and exists (select 1 from erasures where workspace_id = ${workspaceId})`
  return row ? erasedKeyOf(row.key) : null
}

export function erasedKeyOf(key: string): ErasedKey {
  const bytes = Buffer.from(key, 'utf8')
  const block = Buffer.alloc(BLOCK)
  ;(bytes.length > BLOCK ? createHash('sha256').update(bytes).digest() : bytes).copy(block)
  const half = (pad: number) => `'\\x${Buffer.from(block.map((byte) => byte ^ pad)).toString('hex')}'::bytea`
  return { inner: half(0x36), outer: half(0x5c) }
}

/** What would stand for the address in a column had its person been erased: the SQL twin of `digestOf` in lib/activity/digest.ts. */
export function standInSql({ inner, outer }: ErasedKey, column: string): string {
  const hash = `sha256(${outer} || sha256(${inner} || convert_to(${column}, 'UTF8')))`
  return `(substr(encode(${hash}, 'hex'), 1, 32) || '@${ERASED_DOMAIN}')`
}

export interface Erased {
  value: string
  standIn: string
  entryId: string
}

/** Which of these canonical addresses belong to people who were erased, and what stands for them. */
export async function erasedAmong(
  sql: ISql,
  workspaceId: string,
  values: readonly string[],
): Promise<Erased[]> {
  const key = await loadErasedKey(sql, workspaceId)
  if (!key) return []
  return sql.unsafe<Erased[]>(
    `select v.value, e.value as "standIn", r.entry_id as "entryId"
     from (select value, ${standInSql(key, 'value')} as stand_in from unnest($2::text[]) u(value) where value like '%@%') v
     join erasures e on e.workspace_id = $1::uuid and e.value = v.stand_in
     join dne_reasons r on r.workspace_id = $1::uuid and r.value = e.value and r.reason = 'erased'`,
    [workspaceId, values as string[]],
  )
}
