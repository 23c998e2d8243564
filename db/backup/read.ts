import { setImmediate as turn } from 'node:timers/promises'
import type { Sql, TransactionSql } from 'postgres'
import { DamagedBackup, readFrames, type Frame } from './frames'
import { Measure, type Measured } from './measure'
import { schemaVersion, tablesToKeep, type Table } from './tables'
import { FORMAT, type Manifest } from './write'

/** The backup is whole, and can't go into this database. */
export class CannotRestore extends Error {
  override name = 'CannotRestore'
}

/**
 * Fills an empty database from a backup, all of it or nothing. Rejects with `CannotRestore` where the database is not
 * empty or of another version, and with `DamagedBackup` where counts or hashes are not what the backup says.
 */
export async function readBackup(sql: Sql, source: AsyncIterable<Buffer>): Promise<Manifest> {
  return sql.begin(async (tx) => {
    const frames = readFrames(source)
    await checkHeader(tx, await next(frames, 'H'))
    await checkEmpty(tx)
    const known = new Map((await tablesToKeep(tx)).map((table) => [table.name, table]))
    const found: Manifest = { tables: [] }
    for (let frame = await next(frames, 'T', 'M'); ; frame = await next(frames, 'T', 'M')) {
      if (frame.kind === 'M') return checkManifest(found, parse<Manifest>(frame))
      const table = parse<Table>(frame)
      if (!known.has(table.name)) throw new CannotRestore(`There is no table ${table.name} here.`)
      found.tables.push({ name: table.name, ...(await fill(tx, table, frames)) })
    }
  }) as Promise<Manifest>
}

async function next(frames: AsyncGenerator<Frame>, ...kinds: Frame['kind'][]): Promise<Frame> {
  const { done, value } = await frames.next()
  if (done) throw new DamagedBackup('This backup ends in the middle. Its writing was cut off.')
  if (kinds.includes(value.kind)) return value
  throw new DamagedBackup('This is not a backup of Rebound, or it is damaged.')
}

const parse = <T>({ bytes }: Frame): T => JSON.parse(bytes.toString()) as T

async function checkHeader(tx: TransactionSql, frame: Frame): Promise<void> {
  const { rebound, schema } = parse<{ rebound: number; schema: string[] }>(frame)
  const here = await schemaVersion(tx)
  if (rebound === FORMAT && JSON.stringify(schema) === JSON.stringify(here)) return
  throw new CannotRestore(
    `This backup was made by another version of Rebound (${schema.length} migrations, here ${here.length}). ` +
      'Restore it with the version that made it, then start the new version on that database.',
  )
}

async function checkEmpty(tx: TransactionSql): Promise<void> {
  for (const { name } of await tablesToKeep(tx)) {
    const [row] = await tx.unsafe<{ some: boolean }[]>(`select exists (select 1 from "${name}") as some`)
    if (row!.some)
      throw new CannotRestore(
        `The database is not empty: there are ${name}. A backup goes into an empty one.`,
      )
  }
}

/** Takes the rows of one table; what stands at their end has to be what came. */
async function fill(
  tx: TransactionSql,
  { name, columns }: Table,
  frames: AsyncGenerator<Frame>,
): Promise<Measured> {
  const list = columns.map((column) => `"${column}"`).join(', ')
  const query = tx.unsafe(`copy "${name}" (${list}) from stdin`)
  const stream = await query.writable()
  // The driver settles a COPY when it begins; listening anew tells how it ended.
  const taken = new Promise<{ count: number }>((resolve, reject) => {
    Object.assign(query as object, { resolve, reject })
    stream.on('error', reject)
  })
  taken.catch(() => undefined)
  const measure = new Measure()
  let frame: Frame
  try {
    for (frame = await next(frames, 'D', 'E'); frame.kind === 'D'; frame = await next(frames, 'D', 'E')) {
      const { bytes } = frame
      measure.add(bytes)
      await Promise.race([new Promise<void>((resolve) => stream.write(bytes, () => resolve())), taken])
    }
  } catch (error) {
    // An open COPY takes no rollback.
    stream.destroy(error as Error)
    await taken.catch(() => undefined)
    throw error
  }
  stream.end()
  const { count } = await taken
  await turn()
  const measured = measure.end()
  const said = parse<Measured>(frame)
  if (measured.sha256 !== said.sha256 || measured.rows !== said.rows || count !== said.rows)
    throw new DamagedBackup(`The rows of ${name} are not what this backup says they are. It is damaged.`)
  return measured
}

function checkManifest(found: Manifest, said: Manifest): Manifest {
  const sum = ({ tables }: Manifest) =>
    JSON.stringify(tables.map(({ name, rows, sha256 }) => [name, rows, sha256]))
  if (sum(found) === sum(said)) return found
  throw new DamagedBackup('This backup does not hold what its list says. It is damaged.')
}
