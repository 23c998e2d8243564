import { listActivity, streamActivity, type ActivityFilter } from '@/db/queries/activity/list-activity'
import { digestKeyOf } from '@/db/queries/activity/digest-key'
import { actionsOf } from '@/lib/activity/actions'
import type { ActivityAsked } from '@/lib/activity/asked'
import { digestOf } from '@/lib/activity/digest'
import { parseAddress } from '@/lib/bounce/address'
import type { Context } from './context'
import { undoable } from './undo/undoable'

const PAGE = 50

/** A page of the workspace's activity, newest first, each row with whether it can still be taken back. */
export async function activityPage(ctx: Context, asked: ActivityAsked & { before: number | null }) {
  const place = { workspaceId: ctx.workspace.id, timeZone: ctx.workspace.timeZone }
  const page = { before: asked.before, limit: PAGE + 1 }
  const rows = await listActivity(ctx.sql, place, await filterOf(ctx, asked), page)
  const shown = rows.slice(0, PAGE)
  const open = await undoable(ctx.sql, ctx.workspace.id, shown)
  return {
    rows: shown.map((row) => ({ ...row, mayUndo: open.has(row.id) })),
    next: rows.length > PAGE ? shown.at(-1)!.seq : null,
  }
}

/** The rows of an export, oldest first, some at a time. */
export async function activityRows(ctx: Context, asked: ActivityAsked) {
  const place = { workspaceId: ctx.workspace.id, timeZone: ctx.workspace.timeZone }
  return streamActivity(ctx.sql, place, await filterOf(ctx, asked))
}

async function filterOf(ctx: Context, asked: ActivityAsked): Promise<ActivityFilter> {
  return {
    actions: asked.kind === null ? null : actionsOf(asked.kind),
    actorId: asked.who,
    from: asked.from,
    to: asked.to,
    about: asked.about === null ? null : await digest(ctx, asked.about),
  }
}

async function digest(ctx: Context, about: string): Promise<string> {
  const parsed = parseAddress(about)
  const value = parsed.ok ? parsed.address : about.toLowerCase()
  return digestOf(await digestKeyOf(ctx.sql, ctx.workspace.id), value)
}
