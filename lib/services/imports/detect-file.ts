import { createHash } from 'node:crypto'
import type { Sql, TransactionSql } from 'postgres'
import { detect, type DetectContext } from '@/lib/ingest/detect'
import type { Refusal } from '@/lib/ingest/detect/binary'
import { headerKey, readerSettingsSchema, type ReaderSettings } from '@/lib/ingest/settings'
import { headOf } from '@/lib/services/uploads/head'
import type { StoredDetection } from './settings-view'

interface StoredFile {
  uploadId: string
  gzip: boolean
  size: number
  textSha256: string
}

interface Place {
  workspace: { id: string; timeZone: string }
  now: Date
}

export interface FileDetection {
  settings: ReaderSettings | null
  detected: StoredDetection
  /** How the file would be read by itself, where a person says otherwise. */
  byItself?: ReaderSettings
}

const PACKED = 'This gzip file is damaged. Pack it again, or upload the CSV inside.'

/** Understands a stored file by its head, with what was remembered of its header and its day; `corrected` is what a person says. */
export async function detectFile(
  sql: Sql,
  place: Place,
  file: StoredFile,
  corrected: { structure?: DetectContext['corrected']; settings?: ReaderSettings } = {},
): Promise<FileDetection> {
  const head = await headOf(sql, { workspaceId: place.workspace.id, ...file })
  if (!head) return { settings: null, detected: { ok: false, message: PACKED } }
  const context: DetectContext = {
    timeZone: place.workspace.timeZone,
    now: Math.floor(place.now.getTime() / 1000),
    whole: head.whole,
    ...(corrected.structure ? { corrected: corrected.structure } : {}),
  }
  const first = detect(head.bytes, context)
  if (!first.ok) return unread(first)
  const stored = corrected.settings ?? (await rememberedFor(sql, place.workspace.id, first.settings))
  const found = stored ? detect(head.bytes, underRemembered(context, first.settings, stored)) : first
  if (!found.ok) return unread(found)
  const day =
    corrected.settings?.fallbackDay ?? (await rememberedDay(sql, place.workspace.id, file.textSha256))
  const plain = corrected.structure ? detect(head.bytes, { ...context, corrected: undefined }) : null
  return {
    ...(plain?.ok && plain.settings.format !== found.settings.format ? { byItself: plain.settings } : {}),
    settings: { ...found.settings, fallbackDay: found.questions.includes('day') ? day : null },
    detected: {
      ok: true,
      questions: found.questions,
      notes: found.notes,
      columns: found.columns.map(({ sample, confidence }) => ({ sample, confidence })),
      remembered: stored !== null && corrected.settings === undefined,
    },
  }
}

const unread = ({ message, code }: Refusal): FileDetection => ({
  settings: null,
  detected: { ok: false, message, code },
})

/** With what was settled for this header, the format included where nobody says otherwise now. */
function underRemembered(
  context: DetectContext,
  { format }: ReaderSettings,
  remembered: ReaderSettings,
): DetectContext {
  if (remembered.format === format || context.corrected?.format) return { ...context, remembered }
  return { ...context, remembered, corrected: { ...context.corrected, format: remembered.format } }
}

/** Key of a header in column_mappings. */
function headerHash(settings: ReaderSettings): string {
  return createHash('sha256').update(headerKey(settings)).digest('hex')
}

async function rememberedFor(
  sql: Sql,
  workspaceId: string,
  settings: ReaderSettings,
): Promise<ReaderSettings | null> {
  const [row] = await sql<{ settings: unknown }[]>`
    select settings from column_mappings where workspace_id = ${workspaceId} and header = ${headerHash(settings)}`
  const parsed = readerSettingsSchema.safeParse(row?.settings)
  return parsed.success ? parsed.data : null
}

async function rememberedDay(sql: Sql, workspaceId: string, textSha256: string): Promise<string | null> {
  const [row] = await sql<{ day: string }[]>`
    select day from file_days where workspace_id = ${workspaceId} and sha256 = ${textSha256}`
  return row?.day ?? null
}

/** Remembers what a person settled: the mapping for this header (also as it reads by itself), the day for this text. */
export async function rememberSettings(
  tx: TransactionSql,
  { workspace, now }: Place,
  file: Pick<StoredFile, 'textSha256'>,
  settings: ReaderSettings,
  byItself?: ReaderSettings,
): Promise<void> {
  // Without a header the key names a format only, and would speak for every such file.
  const known = byItself?.headerLine != null ? [settings, byItself] : [settings]
  for (const header of known.map(headerHash)) {
    await tx`
      insert into column_mappings (workspace_id, header, settings, updated_at)
      values (${workspace.id}, ${header}, ${tx.json(settings as never)}, ${now})
      on conflict (workspace_id, header) do update set settings = excluded.settings, updated_at = excluded.updated_at`
  }
  if (settings.fallbackDay === null) return
  await tx`
    insert into file_days (workspace_id, sha256, day) values (${workspace.id}, ${file.textSha256}, ${settings.fallbackDay})
    on conflict (workspace_id, sha256) do update set day = excluded.day`
}
