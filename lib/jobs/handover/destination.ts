import type { ISql } from 'postgres'
import { unseal } from '@/lib/outbound/seal'

export interface OpenDestination {
  id: string
  url: string
  /** The newest first; the one before it signs too for a while after a rotation. */
  secrets: string[]
  state: 'on' | 'off'
  resumeAt: Date | null
}

interface Row {
  id: string
  url: string
  state: 'on' | 'off'
  resumeAt: Date | null
  secret: Buffer
  previousSecret: Buffer | null
  previousUntil: Date | null
}

/** What a destination's secrets are sealed for: nowhere else can they be opened. */
export function sealedFor(workspaceId: string, id: string): string {
  return `${workspaceId} ${id}`
}

/** A destination with its secrets opened; null where it was removed. */
export async function openDestination(
  sql: ISql,
  { workspaceId, id, now }: { workspaceId: string; id: string; now: Date },
  key: string,
): Promise<OpenDestination | null> {
  const [row] = await sql<Row[]>`
    select id, url, state, resume_at as "resumeAt", secret, previous_secret as "previousSecret",
      previous_until as "previousUntil"
    from destinations where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`
  if (!row) return null
  const place = sealedFor(workspaceId, id)
  const before =
    row.previousSecret && row.previousUntil && row.previousUntil > now ? [row.previousSecret] : []
  const secrets = [row.secret, ...before].map((sealed) => unseal(sealed, key, place))
  return { id: row.id, url: row.url, state: row.state, resumeAt: row.resumeAt, secrets }
}
