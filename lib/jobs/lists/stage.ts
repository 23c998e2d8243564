import type { Sql, TransactionSql } from 'postgres'
import { copyIn } from '@/lib/jobs/imports/copy-in'

type Tx = TransactionSql

/** One entry that a list asks for; times in Unix seconds, reason '' where the file does not say. */
export interface StagedEntry {
  line: number
  value: string
  scope: 'address' | 'domain' | 'subdomains'
  domain: string
  reason: string
  category: string
  source: string
  note: string
  since: number | null
  until: number | null
  bounceAt: number | null
}

const COLUMNS = 'line, value, scope, domain, reason, category, source, note, since, until, bounce_at'

/** The stage of a list is a table of its own: dropping it costs nothing, deleting a million rows does. */
export function stageName(fileId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(fileId)) throw new Error('A file id is a uuid.')
  return `list_stage_${fileId.replaceAll('-', '')}`
}

/** Makes an empty stage in place of any other; UNLOGGED: after a crash of the database the file is read again. */
export async function createStage(tx: Tx, fileId: string): Promise<void> {
  await dropFileTables(tx, fileId)
  await tx.unsafe(`create unlogged table ${stageName(fileId)} (
    line integer not null, value text collate "C" not null, scope text not null, domain text collate "C" not null,
    reason text collate "C" not null, category text not null, source text not null, note text not null,
    since double precision, until double precision, bounce_at double precision)`)
}

/** The stage with each entry once, numbered in the order of values: storing goes through it by its numbers. */
export function mergedName(fileId: string): string {
  return `${stageName(fileId)}_merged`
}

/** Removes the tables of a file, where there are some. */
export async function dropFileTables(tx: Tx | Sql, fileId: string): Promise<void> {
  await tx.unsafe(`drop table if exists ${stageName(fileId)}, ${mergedName(fileId)}`)
}

/** Copies entries into the stage. */
export async function fillStage(tx: Tx, fileId: string, entries: readonly StagedEntry[]): Promise<void> {
  if (entries.length === 0) return
  const text = entries.map(copyLine).join('')
  const taken = await copyIn(
    tx,
    `copy ${stageName(fileId)} (${COLUMNS}) from stdin`,
    new TextEncoder().encode(text),
  )
  if (taken !== entries.length) throw new Error(`COPY took ${taken} rows of ${entries.length}.`)
}

function copyLine(entry: StagedEntry): string {
  const { line, value, scope, domain, reason, category, source, note, since, until, bounceAt } = entry
  const texts = [value, scope, domain, reason, category, source, note].map(escaped)
  const times = [since, until, bounceAt].map((time) => (time === null ? '\\N' : String(time)))
  return `${[line, ...texts, ...times].join('\t')}\n`
}

function escaped(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
}

/** Whether the merged stage is whole; one that a crash of the database emptied is not. */
export async function isWhole(sql: Sql | Tx, fileId: string, entries: number): Promise<boolean> {
  const name = mergedName(fileId)
  const [table] = await sql<{ there: boolean }[]>`select to_regclass(${name}) is not null as there`
  if (!table?.there) return false
  const [row] = await sql.unsafe<{ n: number }[]>(`select coalesce(max(n), 0)::int as n from ${name}`)
  return row!.n === entries
}
