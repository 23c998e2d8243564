'use client'

import { useState, useTransition } from 'react'
import { useWhy } from '@/components/dne/use-why'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { TextareaField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import type { EntriesInput } from '@/lib/services/dne/match-entries'
import { removeEntriesAction } from '../actions'
import { undo } from './undo'

interface Props extends ButtonStyle {
  slug: string
  select: EntriesInput
  /** Null: all that match, more than are counted. */
  count: number | null
  label?: string
  onDone?: () => void
}

/** Opens the window that takes entries off the list, with a reason. */
export function RemoveButton({ slug, select, count, label = 'Remove', onDone, ...style }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...style} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <RemoveDialog
          slug={slug}
          select={select}
          count={count}
          onDone={onDone}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function RemoveDialog({
  slug,
  select,
  count,
  onDone,
  onClose,
}: Omit<Props, 'label'> & { onClose: () => void }) {
  const why = useWhy('Say why: it stands in the activity.')
  const [pending, start] = useTransition()
  const what = count === null ? 'all that match' : plural(count, 'entry', 'entries')
  const remove = () => {
    const said = why.read()
    if (said === null) return
    start(async () => {
      const result = await removeEntriesAction(slug, { select, why: said })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      onClose()
      onDone?.()
      const { removed, kept, actId, goesOn } = result.value
      const outcome = goesOn
        ? 'They are being removed, step by step; this page shows how far it is'
        : `${plural(removed, 'entry', 'entries')} removed`
      const stays =
        kept > 0
          ? `; ${plural(kept, 'complaint or unsubscribe stays', 'complaints and unsubscribes stay')}`
          : ''
      toast(outcome + stays, actId ? { undo: () => void undo(slug, actId) } : {})
    })
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${what}`}
      description="They can get your mail again, and bounces up to now count no more against them. Complaints and unsubscribes stay: an admin takes those off, one at a time."
      confirm={`Remove ${what}`}
      pending={pending}
      onConfirm={remove}
    >
      <TextareaField label="Why" rows={2} {...why.field} />
    </ConfirmDialog>
  )
}
