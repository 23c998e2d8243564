import { z } from 'zod'
import { listImportRows } from '@/db/queries/imports/list-imports'
import { ok, type Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { toSummary } from './to-summary'
import type { ImportSummary } from './views'

export const listImportsInput = z.strictObject({
  /** Id of the last import of the page before. */
  cursor: z.uuid().nullable().default(null),
  limit: z.int().min(1).max(100).default(30),
})

/** The workspace's imports, newest first; `next` is the cursor of the following page. */
export async function listImports(
  ctx: Context,
  input: z.input<typeof listImportsInput> = {},
): Promise<Result<{ imports: ImportSummary[]; next: string | null }>> {
  const { cursor, limit } = listImportsInput.parse(input)
  const rows = await listImportRows(ctx.sql, ctx.workspace.id, { before: cursor, limit: limit + 1 })
  const imports = rows.slice(0, limit).map(toSummary)
  return ok({ imports, next: rows.length > limit ? imports.at(-1)!.id : null })
}
