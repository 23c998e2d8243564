'use client'

import { useState, useTransition } from 'react'
import { useWhy } from '@/components/dne/use-why'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { TextareaField } from '@/components/ui/labelled'
import { toast } from '@/components/ui/toast'
import { removeProtectedAction } from '../../actions'
import { undo } from '../../_components/undo'

interface Props {
  slug: string
  entryId: string
  reason: 'complaint' | 'unsubscribe'
  name: string
}

/** Lets an admin take a complaint or an unsubscribe off, one at a time, with a written reason. */
export function TakeOffButton({ slug, entryId, reason, name }: Props) {
  const [open, setOpen] = useState(false)
  const why = useWhy('Write a sentence: it stands in the activity.', 10)
  const [pending, start] = useTransition()
  const takeOff = () => {
    const said = why.read()
    if (said === null) return
    start(async () => {
      const result = await removeProtectedAction(slug, { entryId, reason, why: said })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      setOpen(false)
      const { actId } = result.value
      toast(`${name} taken off`, { undo: () => void undo(slug, actId) })
    })
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="danger">
          Take off
        </Button>
      }
      title={`Take this ${name.toLowerCase()} off`}
      description="Somebody asked not to get your mail. Only take this off if they changed their mind, and write down how you know."
      confirm="Take it off"
      pending={pending}
      onConfirm={takeOff}
    >
      <TextareaField label="Why" rows={3} {...why.field} />
    </ConfirmDialog>
  )
}
