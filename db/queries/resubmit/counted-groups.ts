import type { ISql } from 'postgres'
import { contactGroups, EVERYONE, type ContactFilter, type Group } from './summary'
import type { Moment } from './standing'

/** Contacts that take longer to count are counted by the worker, and shown as of then. */
export const DEAR_MS = 250
/** How exactly the worker knows that somebody looks. */
const ASKED_SECONDS = 20

export interface Counted {
  groups: Group[]
  /** When they were counted; null: for this question. */
  countedAt: Date | null
  /** True where something was changed since: they are being counted again. */
  behind: boolean
}

const counting = new Map<string, Promise<Group[]>>()

/** What contacts are now, or, where they take long to count, what they were when the worker counted them last. */
export async function countedGroups(
  sql: ISql,
  moment: Moment,
  filter: ContactFilter = EVERYONE,
  dearMs = DEAR_MS,
): Promise<Counted> {
  const now = (groups: Group[]): Counted => ({ groups, countedAt: null, behind: false })
  if (filter.campaigns.length > 0) return now(await contactGroups(sql, moment, filter))
  const kept = await loadCounted(sql, moment)
  if (kept) return { ...kept, groups: kept.groups.filter((group) => matches(group, filter)) }
  if (filter !== EVERYONE) return now(await contactGroups(sql, moment, filter))
  const id = moment.workspaceId
  const already = counting.get(id)
  if (already) return now(await already)
  const count = countAnew(sql, moment, dearMs).finally(() => counting.delete(id))
  counting.set(id, count)
  return now(await count)
}

function matches({ account, category }: Group, { accounts, categories }: ContactFilter): boolean {
  return (
    (accounts.length === 0 || accounts.includes(account)) &&
    (categories.length === 0 || categories.includes(category))
  )
}

async function loadCounted(sql: ISql, { workspaceId, now }: Moment): Promise<Counted | null> {
  const [row] = await sql<{ groups: StoredGroup[]; countedAt: Date; askedAt: Date; behind: boolean }[]>`
    select f.groups, f.counted_at as "countedAt", f.asked_at as "askedAt", (${isBehind(sql)}) as behind
    from contact_figures f join workspaces w on w.id = f.workspace_id
    left join activity_heads h on h.workspace_id = f.workspace_id
    where f.workspace_id = ${workspaceId}`
  if (!row) return null
  if (now.getTime() - row.askedAt.getTime() > ASKED_SECONDS * 1000)
    await sql`update contact_figures set asked_at = ${now} where workspace_id = ${workspaceId}`
  return { groups: row.groups.map(opened), countedAt: row.countedAt, behind: row.behind }
}

/** Of `contact_figures f`, `workspaces w` and `activity_heads h`: whether bounces changed since, or people did anything. */
export function isBehind(sql: ISql) {
  return sql`f.data_version <> w.data_version or f.activity_seq <> coalesce(h.seq, 0)`
}

/** Counts all contacts, and keeps what took long. What changes meanwhile leaves the figures behind, even where they hold it. */
export async function countAnew(sql: ISql, moment: Moment, dearMs: number): Promise<Group[]> {
  const { workspaceId, now } = moment
  const [at] = await sql<{ version: number; seq: string }[]>`
    select w.data_version as version, coalesce(h.seq, 0) as seq from workspaces w
    left join activity_heads h on h.workspace_id = w.id where w.id = ${workspaceId}`
  const began = performance.now()
  const groups = await contactGroups(sql, moment, EVERYONE)
  const took = Math.round(performance.now() - began)
  if (!at) return groups
  if (took < dearMs) await sql`delete from contact_figures where workspace_id = ${workspaceId}`
  else
    await sql`
      insert into contact_figures as f (workspace_id, groups, counted_at, milliseconds, data_version, activity_seq, asked_at)
      values (${workspaceId}, ${sql.json(groups as never)}, ${now}, ${took}, ${at.version}, ${at.seq}, ${now})
      on conflict (workspace_id) do update set groups = excluded.groups, counted_at = excluded.counted_at,
        milliseconds = excluded.milliseconds, data_version = excluded.data_version, activity_seq = excluded.activity_seq
      where f.counted_at <= excluded.counted_at`
  return groups
}

const TIMES = ['firstUntil', 'lastUntil', 'fixedAt', 'lastBounce'] as const
type StoredGroup = Omit<Group, (typeof TIMES)[number]> & Record<(typeof TIMES)[number], string | null>

function opened(stored: StoredGroup): Group {
  const times = TIMES.map((name) => [name, stored[name] === null ? null : new Date(stored[name])])
  return { ...stored, ...Object.fromEntries(times) } as Group
}
