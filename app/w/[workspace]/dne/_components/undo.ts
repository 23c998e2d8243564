'use client'

import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import { undoActAction } from '../actions'

/** Takes an act on the list back and says what came of it. */
export async function undo(slug: string, actId: string): Promise<boolean> {
  const result = await undoActAction(slug, { actId })
  if (!result.ok) {
    toast(result.error.message, { kind: 'failed' })
    return false
  }
  const { restored, left, goesOn } = result.value
  if (goesOn) {
    toast('It is being undone, step by step; this page shows how far it is')
    return true
  }
  toast(
    left > 0
      ? `Undone, but ${plural(left, 'entry', 'entries')} changed since and stayed`
      : `Undone: ${plural(restored, 'entry is', 'entries are')} as before`,
  )
  return true
}
