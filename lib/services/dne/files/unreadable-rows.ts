import { z } from 'zod'
import type { Download } from '@/lib/download'
import { ERRORS } from '@/lib/errors'
import { entryReader } from '@/lib/ingest/lists/entries'
import { fail, ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { entriesOf } from './entries-of'
import { loadFileRow, type FileRow } from './file-row'
import { recordsOf } from './stored-bytes'
import { cellsOf, headerOf, rowWriter } from './table-writer'

export const unreadableRowsInput = z.strictObject({ fileId: z.guid() })

/** The rows of a list that can't be read, each with line and reason; repaired and uploaded again they add what is repaired. */
export async function unreadableRows(
  ctx: Context,
  { fileId }: z.output<typeof unreadableRowsInput>,
): Promise<Result<Download>> {
  const file = await loadFileRow(ctx.sql, ctx.workspace.id, fileId)
  if (!file?.settings || file.purpose !== 'list') return fail('not_found', ERRORS.not_found.text)
  const fileName = `${file.name.replace(/(?:\.\w{1,5})+$/, '')}-unreadable.csv`
  return ok({ fileName, content: rowsOf(ctx, file) })
}

async function* rowsOf({ sql, workspace }: Context, file: FileRow): AsyncGenerator<string> {
  const settings = file.settings!
  const write = rowWriter(settings)
  // As the dry run saw it: an expiry that has passed since then is no reason to be in this report.
  const now = Math.floor(file.createdAt.getTime() / 1000)
  const entryOf = entryReader(settings, workspace.timeZone, now)
  yield `\ufeff${write([...headerOf(settings), 'rebound_line', 'rebound_reason'])}`
  for await (const { records } of recordsOf(sql, file, settings)) {
    for (const record of records) {
      const fate = entriesOf(record, entryOf, { now, plusTags: false })
      if (fate.kind !== 'unreadable') continue
      yield write([...cellsOf(record, settings), String(record.line), fate.why])
    }
  }
}
