import type { Db, Tx } from '@/db/client'
import { activity } from '@/db/schema'
import { newId } from '@/lib/id'

/** Acts for whoever runs a command on the server. */
export const COMMAND_LINE = '00000000-0000-0000-0000-000000000000'

export interface Activity {
  /** `member.invited`, `import.finished` … */
  action: string
  subjectId?: string
  count?: number
  details?: Record<string, unknown>
}

interface Actor {
  actor: { userId: string }
  workspace: { id: string }
  now: Date
}

/** Writes who changed what; call it with the transaction that makes the change. No addresses or names in `details`. */
export async function recordActivity(tx: Tx | Db, who: Actor, entry: Activity): Promise<void> {
  await tx.insert(activity).values({
    workspaceId: who.workspace.id,
    id: newId(who.now.getTime()),
    at: who.now,
    actorId: who.actor.userId,
    action: entry.action,
    subjectId: entry.subjectId ?? null,
    count: entry.count ?? null,
    details: entry.details ?? {},
  })
}
