'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
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
  const [why, setWhy] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [pending, start] = useTransition()
  const takeOff = () => {
    if (why.trim().length < 10) return setError('Write a sentence: it stands in the activity.')
    start(async () => {
      const result = await removeProtectedAction(slug, { entryId, reason, why: why.trim() })
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      setOpen(false)
      const { actId } = result.value
      toast(`${name} taken off`, { undo: () => void undo(slug, actId) })
    })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="danger">
          Take off
        </Button>
      }
      title={`Take this ${name.toLowerCase()} off`}
      description="Somebody asked not to get your mail. Only take this off if they changed their mind, and write down how you know."
      actions={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" pending={pending} onClick={takeOff}>
            Take it off
          </Button>
        </>
      }
    >
      <TextareaField
        label="Why"
        required
        error={error}
        rows={3}
        maxLength={500}
        value={why}
        onValue={(next) => {
          setWhy(next)
          setError(undefined)
        }}
      />
    </Dialog>
  )
}
