import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMail, type MailBounce, type MailReading } from '@/lib/mail/read-mail'
import type { Io } from './command'
import { percent, table } from './evaluate-lines'
import { groups } from './evaluate-scores'

/** A labelled recipient of mails.csv. */
export interface MailRow {
  file: string
  kind: string
  recipient: string
  acceptable_labels: string
  bounce_type: string
  source: string
}

interface Figures {
  mails: number
  kinds: number
  recipients: number
  found: number
  reasons: number
  types: number
  /** Mails that are no bounces and were taken for one. */
  falseBounces: number
  /** Recipients that no label names. */
  extra: number
}

const nothing = (): Figures => ({
  mails: 0,
  kinds: 0,
  recipients: 0,
  found: 0,
  reasons: 0,
  types: 0,
  falseBounces: 0,
  extra: 0,
})

interface Judged {
  figures: Figures
  wrong: string[]
}

/** A mail against its labels. A delayed notice names who waits and is no bounce yet: a label `bounce` accepts it. */
export function judgeMail(rows: readonly MailRow[], reading: MailReading): Judged {
  const figures = { ...nothing(), mails: 1 }
  const wrong: string[] = []
  const [{ kind: labelled, file }] = rows as [MailRow, ...MailRow[]]
  const kind = labelled === 'feedback_report' ? 'complaint' : labelled
  if (reading.kind === kind || (kind === 'bounce' && reading.kind === 'delayed')) figures.kinds = 1
  else wrong.push(`${file}: ${kind} → ${reading.kind}`)
  if (kind !== 'bounce') {
    figures.falseBounces = reading.kind === 'bounce' ? 1 : 0
    return { figures, wrong }
  }
  for (const row of rows) judgeRecipient(row, reading.bounces, figures, wrong)
  const named = new Set(rows.map((row) => row.recipient.toLowerCase()))
  figures.extra = reading.bounces.filter(({ recipient }) => !named.has(recipient)).length
  return { figures, wrong }
}

function judgeRecipient(row: MailRow, bounces: MailBounce[], figures: Figures, wrong: string[]): void {
  figures.recipients++
  const named = bounces.find(({ recipient }) => recipient === row.recipient.toLowerCase())
  if (named) figures.found++
  else wrong.push(`${row.file}: ${row.recipient} → ${bounces.map((b) => b.recipient).join(', ') || 'nobody'}`)
  const bounce = named ?? (bounces.length === 1 ? bounces[0] : undefined)
  if (!bounce) return
  if (row.acceptable_labels.split('|').includes(bounce.category)) figures.reasons++
  else
    wrong.push(
      `${row.file}: ${row.acceptable_labels} → ${bounce.category}: ${bounce.diagnostic.slice(0, 120)}`,
    )
  if (row.bounce_type === (bounce.bounceType ?? 'soft')) figures.types++
}

function add(sum: Figures, more: Figures): Figures {
  const keys = Object.keys(sum) as (keyof Figures)[]
  return Object.fromEntries(keys.map((key) => [key, sum[key] + more[key]])) as unknown as Figures
}

/** Reads the labelled mails below a folder and prints recipients, reasons, kinds and types, by source too. */
export async function reportMails(folder: string, rows: readonly MailRow[], out: Io['out']): Promise<void> {
  const bySource = new Map<string, Figures>()
  const wrong: string[] = []
  let milliseconds = 0
  for (const [file, own] of groups(rows, (row) => row.file)) {
    const bytes = await readFile(join(folder, file))
    const started = performance.now()
    const reading = readMail(bytes)
    milliseconds += performance.now() - started
    const judged = judgeMail(own, reading)
    const source = own[0]!.source.split(':')[0]!
    bySource.set(source, add(bySource.get(source) ?? nothing(), judged.figures))
    wrong.push(...judged.wrong)
  }
  const all = [...bySource.values()].reduce(add, nothing())
  out(`\n${all.mails} mails, ${Math.round((all.mails / milliseconds) * 1000)} a second`)
  for (const line of linesOf(all)) out(line)
  for (const [source, figures] of bySource) table(out, `${source}: ${figures.mails} mails`, linesOf(figures))
  table(out, 'mails read wrongly', wrong.slice(0, 40))
}

function linesOf(figures: Figures): string[] {
  const { recipients } = figures
  const of = (count: number, all: number) => percent(all === 0 ? 1 : count / all)
  return [
    `recipients   ${of(figures.found, recipients)} of ${recipients}, ${figures.extra} that no label names`,
    `reasons      ${of(figures.reasons, recipients)}`,
    `hard / soft  ${of(figures.types, recipients)}`,
    `kinds        ${of(figures.kinds, figures.mails)}, ${figures.falseBounces} false bounces`,
  ]
}
