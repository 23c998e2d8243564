import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** mulberry32: small, fast, and the same on every machine. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SHAPES: readonly ((n: string, id: string, address: string, host: string) => string)[] = [
  (n, id, address) =>
    `550 5.1.1 The email account that you tried to reach (${address}) does not exist. Rule ${n}. Learn more at https://support.example/?p=NoSuchUser ${id} - gsmtp`,
  (n, id, address, host) =>
    `550-5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ${address} not found by SMTP address lookup [${host}] variant ${n} ${id}`,
  (n, id, _, host) =>
    `552 5.2.2 Mailbox full: the recipient's storage quota is exceeded (policy ${n}) at ${host}, session ${id}, try again after some time`,
  (n, id, _, host) =>
    `554 5.7.1 Service unavailable; client host blocked using list number ${n} as seen from ${host}; see https://lists.example/query ${id}`,
  (n, id, _, host) =>
    `451 4.4.0 Temporary server error ${n}: ${host} is overloaded, please try again later, reference ${id} in all correspondence`,
  (n, id) =>
    `550 5.7.1 Message rejected due to content restrictions set by the administrator, filter ${n}, message ${id}, score 9.1`,
  (n, id, _, host) =>
    `554 5.7.1 Relay access denied by ${host}, gateway rule ${n}, queue id ${id}; authentication is required`,
  (n, id) =>
    `421 4.7.0 [Temporary Deferral] Sending limits exceeded for this account in tier ${n}; slow down and retry after an hour ${id}`,
  (n, id, _, host) =>
    `550 5.4.4 Unable to resolve domain of the recipient from ${host}: host not found (resolver ${n}) transaction ${id} was given up`,
  (n, id) =>
    `550 5.7.26 Unauthenticated email is not accepted due to the domain's DMARC policy number ${n}; contact the administrator ${id}`,
]

const WORDS =
  'north sales fleet cargo metal solar urban prime delta alpha pixel cloud rapid union grand ocean'.split(' ')

export interface BenchFile {
  path: string
  rows: number
  seed: number
  /** Days over which the rows are spread, up to 2026-11-20. */
  days?: number
  /** Rows in no order of time; exports are in order, as a rule. */
  shuffled?: boolean
  /** Hears each row that is written: the manifest of a file, made without our own reader. */
  onRow?: (row: BenchRow) => void
}

export interface BenchRow {
  address: string
  reply: string
  account: string
  campaign: string
  /** Unix seconds. */
  at: number
}

/**
 * Writes a CSV of about 260 bytes a row: heavy-tailed domains, 60 accounts, 2,000 campaigns, 400 kinds of reply with variable parts.
 * Gives its size.
 */
export async function writeBenchFile({
  path,
  rows,
  seed,
  days = 365,
  shuffled = false,
  onRow,
}: BenchFile): Promise<number> {
  const next = random(seed)
  const out = createWriteStream(path)
  const end = Date.UTC(2026, 10, 20) / 1000
  let bytes = 0
  let block = 'email,reason,smtp code,sending account,campaign,occurred at\n'
  for (let i = 0; i < rows; i++) {
    const made = row(i, next, end - days * 86_400, (days * 86_400) / rows, shuffled ? next() * rows : i)
    onRow?.(made)
    block += lineOf(made)
    if (block.length > 1_000_000 || i === rows - 1) {
      bytes += block.length
      if (!out.write(block)) await once(out, 'drain')
      block = ''
    }
  }
  out.end()
  await once(out, 'close')
  return bytes
}

function row(i: number, next: () => number, start: number, step: number, place: number): BenchRow {
  const domain = Math.floor(next() ** 4 * 50_000)
  const host =
    domain < 20
      ? ['gmail.com', 'outlook.com', 'yahoo.com'][domain % 3]!
      : `${WORDS[domain % 16]}${domain}.com`
  const address = `${WORDS[i % 16]}.${Math.floor(next() * 900_000)}@${host}`
  const kind = Math.floor(next() ** 2 * 400)
  const id = Math.floor(next() * 2 ** 48)
    .toString(36)
    .padStart(10, '0')
  const reply = SHAPES[kind % SHAPES.length]!(letters(kind), id, address, `mx${kind % 7}.${host}`)
  const account = `seller${Math.floor(next() ** 2 * 60)}@acme-sales.com`
  const campaign = `Campaign ${Math.floor(next() ** 2 * 2_000)} outreach`
  return { address, reply, account, campaign, at: Math.floor(start + place * step + next() * 3_600) }
}

function lineOf({ address, reply, account, campaign, at }: BenchRow): string {
  return `${address},"${reply}",${reply.slice(0, 3)},${account},${campaign},${new Date(at * 1000).toISOString()}\n`
}

/** A number in letters, so that masking leaves it and each kind is a template of its own. */
function letters(n: number): string {
  return [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
}
