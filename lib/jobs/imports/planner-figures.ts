import type { Sql } from 'postgres'

/** The table may grow so much before its figures are taken anew. */
const GROWTH = 5
const LEAST = 5_000

/**
 * Takes the planner's figures of the bounces anew where the table has outgrown them: the server does so by itself, but up to minutes
 * later, and what follows from a step would be looked for by the wrong index until then.
 */
export async function keepPlannerFigures(sql: Sql): Promise<void> {
  const [known] = await sql<{ before: number; now: number }[]>`
    select greatest(reltuples, 0)::float8 as before,
      (select n_live_tup from pg_stat_user_tables where relid = 'bounces'::regclass)::float8 as now
    from pg_class where oid = 'bounces'::regclass`
  if (known && known.now > LEAST && known.now > known.before * GROWTH) await sql`analyze bounces`
}
