import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import { MAX_UPLOAD_TEXT } from '@/lib/services/uploads/limits'
import { writeBigFile } from './lab/big-file'
import { forgetPeak, memory, peakMemory } from './lab/processes'
import type { Report, Scale } from './lab/report'
import { send } from './lab/send'
import { openLab, type Lab } from './lab/stack'

export const summary = 'uploads of 1 B to 1 GB: every byte kept, 413 above, little memory'

const MB = 1024 ** 2
const GB = 1024 ** 3
const SIZES = [
  1,
  MB - 1,
  MB,
  MB + 1,
  10 * MB - 1,
  10 * MB,
  10 * MB + 1,
  64 * MB - 1,
  64 * MB,
  64 * MB + 1,
  GB,
]
/** No divisor of a chunk, so that no two chunks are equal. */
const BLOCK = 4 * MB - 3
const MOST_MB = 150

export async function run(report: Report, { seed }: Scale): Promise<void> {
  const lab = await openLab()
  try {
    const block = await blockOf(lab, seed)
    await kept(report, lab, block, 10 * MB, 'a first upload') // opens connections and compiles the handler
    for (const size of SIZES.slice(0, -1)) await kept(report, lab, block, size, `${size} bytes`)
    await largest(report, lab, block)
    for (const announced of [true, false]) {
      const { status, body } = await send(
        lab,
        announced ? { size: GB + 1 } : {},
        asyncly(pieces(block, GB + 1)),
      )
      const named = status === 413 && body.includes(MAX_UPLOAD_TEXT)
      report.check(
        `1 GB + 1 ${announced ? 'announced' : 'of unsaid size'} is refused by name`,
        named,
        `${status} ${body}`,
      )
    }
    const [left] = await lab.sql<{ n: number }[]>`
      select count(*)::int as n from uploads where workspace_id = ${lab.ctx.workspace.id} and state = 'receiving'`
    report.check('nothing is left of what was refused', left!.n === 0, left!.n)
  } finally {
    await lab.close()
  }
}

async function largest(report: Report, lab: Lab, block: Buffer): Promise<void> {
  const web = lab.pidOf('web')!
  await wait(2000)
  forgetPeak(web)
  const before = memory(web)
  await kept(report, lab, block, GB, '1 GB')
  const gained = peakMemory(web) - before
  report.check(
    `1 GB costs the web process at most ${MOST_MB} MB`,
    gained <= MOST_MB,
    `${gained} MB above ${before}`,
  )
}

async function kept(report: Report, lab: Lab, block: Buffer, size: number, what: string): Promise<void> {
  await lab.sql`delete from limits where key = ${`upload:${lab.ctx.actor.userId}`}`
  const hash = createHash('sha256')
  for (const piece of pieces(block, size)) hash.update(piece)
  const sha256 = hash.digest('hex')
  const since = performance.now()
  const { status, body } = await send(lab, { size, sha256 }, asyncly(pieces(block, size)))
  const rate = Math.round(size / MB / ((performance.now() - since) / 1000))
  const { uploadId } = (status === 200 ? JSON.parse(body) : {}) as { uploadId?: string }
  const stored = uploadId ? await storedHash(lab, uploadId) : { size: 0, sha256: body }
  const equal = stored.size === size && stored.sha256 === sha256
  report.check(
    `${what}: stored byte by byte`,
    equal,
    equal ? `${rate} MB/s` : `${status} ${stored.size} ${stored.sha256}`,
  )
  if (uploadId) await lab.sql`delete from upload_chunks where upload_id = ${uploadId}`
}

/** What lies in the database, unpacked here and not by the reader. */
async function storedHash({ sql }: Lab, uploadId: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  const chunks = sql<{ bytes: Buffer }[]>`
    select bytes from upload_chunks where upload_id = ${uploadId} order by seq`.cursor(8)
  for await (const rows of chunks) {
    for (const { bytes } of rows) {
      const raw = inflateRawSync(bytes)
      hash.update(raw)
      size += raw.length
    }
  }
  return { size, sha256: hash.digest('hex') }
}

async function blockOf(lab: Lab, seed: number): Promise<Buffer> {
  const { path } = await writeBigFile(lab.folder, 20_000, seed)
  const file = await open(path)
  const block = Buffer.alloc(BLOCK)
  await file.read(block, 0, BLOCK, 0)
  await file.close()
  return block
}

function* pieces(block: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < size;) {
    const from = at % block.length
    const piece = block.subarray(from, Math.min(from + 65_536, block.length, from + size - at))
    yield piece
    at += piece.length
  }
}

async function* asyncly(all: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* all
}
