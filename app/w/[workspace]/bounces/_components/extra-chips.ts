import { loadImportName } from '@/db/queries/bounces/import-name'
import { replyFigures } from '@/db/queries/replies/reply-figures'
import type { BounceFilter } from '@/lib/analytics/filter'
import type { Context } from '@/lib/services/context'

/** Names of the reply and the import a list is narrowed to, for the chips. */
export async function extraChips({ sql, workspace }: Context, filter: BounceFilter) {
  const [reply, file] = await Promise.all([
    filter.template ? replyFigures(sql, workspace.id, filter.template) : null,
    filter.importId ? loadImportName(sql, workspace.id, filter.importId) : null,
  ])
  return [
    ...(filter.template
      ? [{ key: 'reply' as const, name: 'Reply', value: reply?.text.slice(0, 60) ?? 'unknown' }]
      : []),
    ...(filter.importId ? [{ key: 'import' as const, name: 'Import', value: file ?? 'unknown' }] : []),
  ]
}
