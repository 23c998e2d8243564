import type { ISql } from 'postgres'

export interface Table {
  name: string
  columns: string[]
}

/** Who is signed in, how often who tried, and what is counted anew when asked: of no worth elsewhere. */
const PASSING = ['sessions', 'limits', 'cached_figures', 'contact_figures']

/** The tables a backup holds, each after those it refers to. Stages are unlogged and made again from the stored files; the queue's tables lie elsewhere. */
export async function tablesToKeep(sql: ISql): Promise<Table[]> {
  const tables = await sql<Table[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and c.relname <> all(${PASSING}) group by c.relname order by c.relname`
  const references = await sql<{ from: string; to: string }[]>`
    select f.relname as "from", t.relname as "to" from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid`
  return inOrder([...tables], [...references])
}

function inOrder(tables: Table[], references: { from: string; to: string }[]): Table[] {
  const done: Table[] = []
  const left = new Map(tables.map((table) => [table.name, table]))
  while (left.size > 0) {
    const ready = [...left.values()].filter(
      ({ name }) => !references.some((reference) => reference.from === name && left.has(reference.to)),
    )
    if (ready.length === 0) throw new Error(`Tables refer to each other: ${[...left.keys()].join(', ')}`)
    for (const table of ready) left.delete(table.name)
    done.push(...ready)
  }
  return done
}

/** What tells one state of the schema from another: the hashes of all migrations that were run, in their order. */
export async function schemaVersion(sql: ISql): Promise<string[]> {
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`
  return rows.map(({ hash }) => hash)
}
