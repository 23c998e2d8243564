import type { ISql } from 'postgres'
import { isNarrowed, type BounceFilter } from '@/lib/analytics/filter'
import { previousRange, type Range } from '@/lib/analytics/range'
import { cachedFigure, figureKey, figureOf } from './cached-figure'
import { facts, factDay } from './facts'
import type { Place } from './rollup'

export interface TopReply {
  templateId: string
  text: string
  /** Of its newest bounce. */
  category: string
  provider: string
  now: number
  before: number
}

type Counted = { id: string; now: number; before: number }
type Ranked = { top: Counted[]; all: number }

export interface TopReplies {
  replies: TopReply[]
  /** How many different replies there are in all. */
  all: number
}

/** So many of the most frequent replies can be gone through, a page at a time. */
export const REPLIES_LISTED = 1_000

/** The most frequent replies with their counts now and before; narrowed views are counted once per change of the data. */
export function topReplies(sql: ISql, place: Place, filter: BounceFilter, most = 9): Promise<TopReplies> {
  return someReplies(sql, place, filter, { most, from: 0, to: most })
}

/** One page of the replies, most frequent first. */
export function listReplies(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  { from, to }: { from: number; to: number },
): Promise<TopReplies> {
  return someReplies(sql, place, filter, { most: REPLIES_LISTED, from, to })
}

async function someReplies(
  sql: ISql,
  place: Place,
  filter: BounceFilter,
  { most, from, to }: { most: number; from: number; to: number },
): Promise<TopReplies> {
  const name = `replies${most}`
  const counted = isNarrowed(filter)
    ? await cachedFigure(sql, place.id, figureKey(name, filter), () => fromFacts(sql, place, filter, most))
    : await figureOf(sql, place.id, name, filter, () => fromDays(sql, place, filter, most))
  return { replies: await named(sql, place, counted.top.slice(from, to)), all: counted.all }
}

async function fromDays(sql: ISql, place: Place, filter: Range, most: number): Promise<Ranked> {
  const rows = await sql<(Counted & { all: number })[]>`
    select template_id as id, sum(count) filter (where day >= ${filter.from})::int as now,
      coalesce(sum(count) filter (where day < ${filter.from}), 0)::int as before,
      count(*) over ()::int as all
    from template_days
    where workspace_id = ${place.id} and day between ${previousRange(filter).from} and ${filter.to}
    group by template_id having coalesce(sum(count) filter (where day >= ${filter.from}), 0) > 0
    order by now desc, id limit ${most}`
  return ranked(rows)
}

async function fromFacts(sql: ISql, place: Place, filter: BounceFilter, most: number): Promise<Ranked> {
  const both = { from: previousRange(filter).from, to: filter.to }
  const rows = await sql<(Counted & { all: number })[]>`
    select id, now, before, count(*) over ()::int as all from (
      select template_id as id, count(*) filter (where day >= ${filter.from}::date)::int as now,
        count(*) filter (where day < ${filter.from}::date)::int as before
      from (select template_id, ${factDay(sql, place)} as day from ${facts(sql, place, filter, both)}) bounce
      group by template_id) reply
    where now > 0 order by now desc, id limit ${most}`
  return ranked(rows)
}

function ranked(rows: readonly (Counted & { all: number })[]): Ranked {
  return { top: rows.map(({ id, now, before }) => ({ id, now, before })), all: rows[0]?.all ?? 0 }
}

async function named(sql: ISql, place: Place, top: readonly Counted[]): Promise<TopReply[]> {
  const rows = await sql<Omit<TopReply, 'now' | 'before'>[]>`
    select t.id as "templateId", t.text, newest.category, newest.provider from templates t
    cross join lateral (
      select category, provider from bounces b where b.workspace_id = ${place.id} and b.template_id = t.id
      order by b.occurred_at desc limit 1) newest
    where t.workspace_id = ${place.id} and t.id = any(${top.map((reply) => reply.id)}::uuid[])`
  const byId = new Map(rows.map((row) => [row.templateId, row]))
  return top.flatMap(({ id, now, before }) => {
    const reply = byId.get(id)
    return reply ? [{ ...reply, now, before }] : []
  })
}
