import { isId } from '@/lib/id'
import type { Context } from '@/lib/services/context'
import { loadFileRow, type FileRow } from '@/lib/services/dne/files/file-row'

/** The file that the page's address names; null where it is gone or of another purpose. */
export async function namedFile(
  { sql, workspace }: Context,
  id: string | string[] | undefined,
  purpose: FileRow['purpose'],
): Promise<FileRow | null> {
  if (typeof id !== 'string' || !isId(id)) return null
  const file = await loadFileRow(sql, workspace.id, id)
  return file?.purpose === purpose ? file : null
}
