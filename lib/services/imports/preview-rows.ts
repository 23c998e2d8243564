import type { Sql } from 'postgres'
import { providerOf } from '@/lib/bounce/provider'
import { openReader } from '@/lib/ingest/read'
import type { ReaderSettings } from '@/lib/ingest/settings'
import type { RowOutcome, SourceRow } from '@/lib/ingest/types'
import { Recogniser } from '@/lib/jobs/reading/recognise'
import { digest, eventKey, rowKey } from '@/lib/jobs/reading/row-key'
import { loadRules } from '@/lib/jobs/imports/rules'
import type { PreviewRow } from './views'

const ROWS = 20
/** Of a row that is left out unread, no more of its reply is shown. */
const REPLY = 500

interface Input {
  workspaceId: string
  settings: ReaderSettings
  head: Buffer
  whole: boolean
}

/** The first rows of a file exactly as its import would store them. */
export async function previewRows(
  sql: Sql,
  { workspaceId, settings, head, whole }: Input,
): Promise<PreviewRow[]> {
  const reader = openReader(settings)
  const complete = reader.push(head)
  // One large mail ends beyond the head, but what it reports stands at its beginning.
  const oneMail = complete.length === 0 && settings.format === 'mail'
  const outcomes = [...complete, ...(whole || oneMail ? reader.end() : [])].slice(0, ROWS)
  const recogniser = new Recogniser(await loadRules(sql, workspaceId))
  const keys = new Keys()
  const known = await knownKeys(sql, workspaceId, outcomes, keys)
  return outcomes.map((outcome, i) => toRow(outcome, recogniser, known.has(i)))
}

/** Occurrence numbers over the first rows of a file are those of the whole file. */
class Keys {
  private readonly seen = new Map<string, number>()

  keyOf(row: SourceRow): string {
    const account = row.sendingAccount ?? ''
    if (row.eventId) return eventKey(row.eventId, row.recipient)
    const key = rowKey(row.recipient, account, row.diagnostic)
    const at = `${key} ${row.occurredAt}`
    const k = (this.seen.get(at) ?? 0) + 1
    this.seen.set(at, k)
    return k === 1 ? key : digest(`${key} ${k}`)
  }
}

/** Positions of the outcomes that are stored already. */
async function knownKeys(
  sql: Sql,
  workspaceId: string,
  outcomes: RowOutcome[],
  keys: Keys,
): Promise<Set<number>> {
  const wanted = outcomes.flatMap((outcome, position) =>
    outcome.kind === 'row' && outcome.row.occurredAt !== null
      ? [{ position, at: outcome.row.occurredAt, key: keys.keyOf(outcome.row) }]
      : [],
  )
  const rows = await sql<{ position: number }[]>`
    select w.position from unnest(${wanted.map((each) => each.position)}::int[], ${wanted.map((each) => each.at)}::bigint[],
      ${wanted.map((each) => each.key)}::uuid[]) as w(position, at, key)
    where exists (select 1 from bounces b where b.workspace_id = ${workspaceId}
        and b.occurred_at = to_timestamp(w.at) and b.dedupe_key = w.key)
      or exists (select 1 from dismissed_bounces d where d.workspace_id = ${workspaceId}
        and d.occurred_at = to_timestamp(w.at) and d.dedupe_key = w.key)`
  return new Set(rows.map((row) => row.position))
}

function toRow(outcome: RowOutcome, recogniser: Recogniser, known: boolean): PreviewRow {
  if (outcome.kind === 'skipped') {
    const { line, why, recipient = '', diagnostic = '' } = outcome
    return {
      result: 'skipped',
      line,
      why,
      recipient: recipient.trim(),
      diagnostic: diagnostic.slice(0, REPLY),
    }
  }
  if (outcome.kind === 'rejected') {
    const { line, reason, column, value } = outcome
    return { result: 'rejected', line, reason, column, value }
  }
  const { row } = outcome
  const domain = row.recipient.slice(row.recipient.lastIndexOf('@') + 1)
  const found = recogniser.recognise(row, providerOf(domain, row.diagnostic))
  if (found.skip) {
    const { line, recipient, diagnostic } = row
    return { result: 'skipped', line, why: found.skip, recipient, diagnostic }
  }
  return {
    result: known ? 'known' : 'new',
    line: row.line,
    recipient: row.recipient,
    account: row.sendingAccount ?? '',
    campaign: row.campaign ?? '',
    occurredAt: new Date((row.occurredAt ?? 0) * 1000),
    category: found.category,
    bounceType: found.bounceType,
    confidence: found.confidence,
    diagnostic: row.diagnostic,
    smtpCode: row.smtpCode ?? '',
    enhancedCode: row.enhancedCode ?? '',
  }
}
