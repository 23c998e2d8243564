import type { ISql } from 'postgres'
import type { Db, Tx } from '@/db/client'
import { appendActivity } from '@/db/activity/append-activity'
import { newId } from '@/lib/id'
import { withoutAddresses } from '@/lib/log'

/** Acts for whoever runs a command on the server. */
export const COMMAND_LINE = '00000000-0000-0000-0000-000000000000'

export interface Activity {
  /** `member.invited`, `import.finished` …: a key of lib/activity/actions.ts. */
  action: string
  subjectId?: string
  count?: number
  /** The reason a person gave; addresses are taken out of it. */
  why?: string
  /** Before and after, in ids and figures; no addresses or names. */
  details?: Record<string, unknown>
  /** Addresses and domains it is about (a few): stored as keyed digests only. */
  about?: readonly string[]
}

interface Actor {
  actor: { userId: string }
  workspace: { id: string }
  now: Date
}

/** Writes who changed what, as the last act of the transaction that makes the change; both kinds of transaction will do. */
export async function recordActivity(tx: Tx | Db | ISql, who: Actor, entry: Activity): Promise<void> {
  await appendActivity(tx, who.workspace.id, {
    id: newId(who.now.getTime()),
    at: who.now,
    actorId: who.actor.userId,
    action: entry.action,
    subjectId: entry.subjectId ?? null,
    count: entry.count ?? null,
    why: withoutAddresses(entry.why ?? ''),
    details: entry.details ?? {},
    about: entry.about ?? [],
  })
}
