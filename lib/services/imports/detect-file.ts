import { createHash } from 'node:crypto'
import type { Sql, TransactionSql } from 'postgres'
import { detect, type DetectContext } from '@/lib/ingest/detect'
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
  if (!first.ok) return { settings: null, detected: { ok: false, message: first.message } }
  const stored = corrected.settings ?? (await rememberedFor(sql, place.workspace.id, first.settings))
  const found = stored ? detect(head.bytes, { ...context, remembered: stored }) : first
  if (!found.ok) return { settings: null, detected: { ok: false, message: found.message } }
  const day =
    corrected.settings?.fallbackDay ?? (await rememberedDay(sql, place.workspace.id, file.textSha256))
  return {
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

/** Key of a header in column_mappings. */
export function headerHash(settings: ReaderSettings): string {
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

/** Remembers what a person settled: the mapping for this header, the day for this text. */
export async function rememberSettings(
  tx: TransactionSql,
  { workspace, now }: Place,
  file: Pick<StoredFile, 'textSha256'>,
  settings: ReaderSettings,
): Promise<void> {
  await tx`
    insert into column_mappings (workspace_id, header, settings, updated_at)
    values (${workspace.id}, ${headerHash(settings)}, ${tx.json(settings as never)}, ${now})
    on conflict (workspace_id, header) do update set settings = excluded.settings, updated_at = excluded.updated_at`
  if (settings.fallbackDay === null) return
  await tx`
    insert into file_days (workspace_id, sha256, day) values (${workspace.id}, ${file.textSha256}, ${settings.fallbackDay})
    on conflict (workspace_id, sha256) do update set day = excluded.day`
}
