import type { Sql } from 'postgres'
import { ACTIONS, type UndoKind } from '@/lib/activity/actions'
import { UNDO_KINDS } from './kinds'

interface Row {
  id: string
  action: string
  actId: string | null
}

/** Of the rows of one page, the ids of those that can still be taken back. */
export async function undoable(sql: Sql, workspaceId: string, rows: readonly Row[]): Promise<Set<string>> {
  const found = await Promise.all(
    Object.entries(UNDO_KINDS).map(async ([kind, { open }]) => {
      const mine = rows.filter(
        (row) => row.actId !== null && ACTIONS[row.action]?.undo === (kind as UndoKind),
      )
      if (mine.length === 0) return []
      const ids = new Set(
        (
          await open(
            sql,
            workspaceId,
            mine.map((row) => row.actId!),
          )
        ).map(({ id }) => id),
      )
      return mine.filter((row) => ids.has(row.actId!)).map(({ id }) => id)
    }),
  )
  return new Set(found.flat())
}
