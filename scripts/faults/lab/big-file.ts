import { hash } from 'node:crypto'
import { join } from 'node:path'
import { writeBenchFile, type BenchRow } from '../../bench/data/bench-file'

/** What the generator says it wrote: the oracle of every experiment with a large file. */
export interface Manifest {
  rows: number
  /** A sum over the digests of all rows: equal sums are equal rows, in whatever order. */
  digest: bigint
  /** Rows by account and day (UTC). */
  accountDays: Map<string, number>
}

export interface BigFile {
  path: string
  bytes: number
  manifest: Manifest
}

export function emptyManifest(): Manifest {
  return { rows: 0, digest: 0n, accountDays: new Map() }
}

/** Writes a file of the benches' generator and notes what is in it, beside what the manifest tells already. */
export async function writeBigFile(
  folder: string,
  rows: number,
  seed: number,
  manifest = emptyManifest(),
): Promise<BigFile> {
  const path = join(folder, `bounces-${seed}.csv`)
  const bytes = await writeBenchFile({ path, rows, seed, onRow: (row) => note(manifest, row) })
  return { path, bytes, manifest }
}

/** Adds a row to a manifest. */
export function note(manifest: Manifest, { address, reply, account, campaign, at }: BenchRow): void {
  const text = [address, reply, account, campaign, at].join('|')
  manifest.rows++
  manifest.digest += BigInt(Number.parseInt(hash('md5', text, 'hex').slice(0, 12), 16))
  const key = `${account} ${new Date(at * 1000).toISOString().slice(0, 10)}`
  manifest.accountDays.set(key, (manifest.accountDays.get(key) ?? 0) + 1)
}
