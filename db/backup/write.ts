import { setImmediate as turn } from 'node:timers/promises'
import type { Sql, TransactionSql } from 'postgres'
import { packFrame } from './frames'
import { Measure, type Measured } from './measure'
import { schemaVersion, tablesToKeep, type Table } from './tables'

export const FORMAT = 1
const FRAME_BYTES = 256 * 1024

export interface Manifest {
  tables: (Measured & { name: string })[]
}

/** A whole database as it was at one moment, piece by piece; whatever is written meanwhile is not in it. Gives the manifest. */
export async function writeBackup(
  sql: Sql,
  { now }: { now: Date },
  write: (piece: Buffer) => Promise<void>,
): Promise<Manifest> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const tables = await tablesToKeep(tx)
    const schema = await schemaVersion(tx)
    await write(packFrame('H', { rebound: FORMAT, at: now.toISOString(), schema }))
    const manifest: Manifest = { tables: [] }
    for (const table of tables) {
      await write(packFrame('T', table))
      const measured = await writeRows(tx, table, write)
      manifest.tables.push({ name: table.name, ...measured })
      await write(packFrame('E', measured))
    }
    await write(packFrame('M', manifest))
    return manifest
  }) as Promise<Manifest>
}

async function writeRows(
  tx: TransactionSql,
  { name, columns }: Table,
  write: (piece: Buffer) => Promise<void>,
): Promise<Measured> {
  const list = columns.map((column) => `"${column}"`).join(', ')
  const rows = await tx.unsafe(`copy "${name}" (${list}) to stdout`).readable()
  const measure = new Measure()
  let held: Buffer[] = []
  let size = 0
  const flush = async () => {
    if (size === 0) return
    const bytes = Buffer.concat(held)
    held = []
    size = 0
    measure.add(bytes)
    await write(packFrame('D', bytes))
  }
  for await (const row of rows as AsyncIterable<Buffer>) {
    held.push(row)
    size += row.length
    if (size >= FRAME_BYTES) await flush()
  }
  await flush()
  // The driver pauses its socket for a slow reader, and at the end forgets to go on.
  rows._read(0)
  await turn()
  return measure.end()
}
