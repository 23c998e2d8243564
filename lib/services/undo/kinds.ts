import type { Sql } from 'postgres'
import type { UndoKind } from '@/lib/activity/actions'
import type { Result } from '@/lib/result'
import type { Context } from '@/lib/services/context'
import { undoDismissal } from '@/lib/services/confirmations/undo-dismissal'
import { undoConfirmation } from '@/lib/services/confirmations/undo-confirmation'
import { undoAct } from '@/lib/services/dne/undo-act'
import { undoImport } from '@/lib/services/imports/undo-import'
import { undoReclassification } from '@/lib/services/replies/undo-reclassification'
import { undoFix } from '@/lib/services/resubmit/undo-fix'

interface Kind {
  /** Those of `ids` that still stand and can be taken back. */
  open: (sql: Sql, workspaceId: string, ids: readonly string[]) => Promise<readonly { id: string }[]>
  undo: (ctx: Context, id: string) => Promise<Result<unknown>>
}

/** How each kind of act is taken back: one place for the activity page. */
export const UNDO_KINDS: Readonly<Record<UndoKind, Kind>> = {
  reclassification: {
    open: (sql, workspaceId, ids) => sql<{ id: string }[]>`
      select id from reclassifications
      where workspace_id = ${workspaceId} and id = any(${[...ids]}) and undone_at is null`,
    undo: (ctx, id) => undoReclassification(ctx, { id }),
  },
  confirmation: {
    open: (sql, workspaceId, ids) => sql<{ id: string }[]>`
      select id from confirmations
      where workspace_id = ${workspaceId} and id = any(${[...ids]}) and undone_at is null`,
    undo: (ctx, id) => undoConfirmation(ctx, { id }),
  },
  dismissal: {
    open: (sql, workspaceId, ids) => sql<{ id: string }[]>`
      select id from dismissals
      where workspace_id = ${workspaceId} and id = any(${[...ids]}) and undone_at is null`,
    undo: (ctx, id) => undoDismissal(ctx, { id }),
  },
  import: {
    open: (sql, workspaceId, ids) => sql<{ id: string }[]>`
      select id from imports where workspace_id = ${workspaceId} and id = any(${[...ids]}) and state = 'imported'`,
    undo: (ctx, importId) => undoImport(ctx, { importId }),
  },
  list: {
    open: (sql, workspaceId, ids) => sql<{ id: string }[]>`
      select id from dne_acts
      where workspace_id = ${workspaceId} and id = any(${[...ids]}) and undone_at is null and kind <> 'undo'`,
    undo: (ctx, actId) => undoAct(ctx, { actId }),
  },
  fix: {
    open: (sql, workspaceId, ids) => sql<{ id: string }[]>`
      select id from fixes where workspace_id = ${workspaceId} and id = any(${[...ids]}) and undone_at is null`,
    undo: (ctx, id) => undoFix(ctx, { id }),
  },
}
