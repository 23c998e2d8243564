import type { Context } from '@/lib/services/context'
import type { ImportDetails } from '@/lib/services/imports/views'

/** What the page of each state is made from. */
export interface StateProps {
  ctx: Context
  details: ImportDetails
  /** Whether this person may upload, import and undo. */
  mayUpload: boolean
}

/** The address of the imports page. */
export function importsBase(ctx: Context): string {
  return `/w/${ctx.workspace.slug}/imports`
}
