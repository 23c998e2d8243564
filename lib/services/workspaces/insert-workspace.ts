import { like } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { members, workspaces } from '@/db/schema'
import { newId } from '@/lib/id'
import { recordActivity } from '@/lib/services/activity'
import { slugFrom } from './slug'

/** Adds a workspace with its first admin and its activity row; finds a slug that is free. */
export async function insertWorkspace(
  tx: Tx,
  input: { name: string; timeZone: string; adminId: string; actorId?: string },
  now: Date,
): Promise<{ id: string; slug: string }> {
  const id = newId(now.getTime())
  const slug = await freeSlug(tx, slugFrom(input.name))
  await tx.insert(workspaces).values({ id, slug, name: input.name, timeZone: input.timeZone, createdAt: now })
  await tx.insert(members).values({ workspaceId: id, userId: input.adminId, role: 'admin', createdAt: now })
  const who = { actor: { userId: input.actorId ?? input.adminId }, workspace: { id }, now }
  await recordActivity(tx, who, { action: 'workspace.created', subjectId: id })
  return { id, slug }
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const rows = await tx
    .select({ slug: workspaces.slug })
    .from(workspaces)
    .where(like(workspaces.slug, `${wanted}%`))
  const taken = new Set(rows.map((row) => row.slug))
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(slug)) return slug
  }
}
