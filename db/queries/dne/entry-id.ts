import { createHash } from 'node:crypto'

/** The id under which a value stands in URLs: it follows from the value, so links outlive a removal and a second listing. */
export function entryIdOf(workspaceId: string, value: string): string {
  const hex = createHash('sha256').update(`${workspaceId} dne ${value}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** The same as SQL, of a parameter that holds the workspace and a column. */
export function entryIdSql(workspace: string, value: string): string {
  return `substr(encode(sha256(convert_to(${workspace}::uuid::text || ' dne ' || ${value}, 'UTF8')), 'hex'), 1, 32)::uuid`
}
