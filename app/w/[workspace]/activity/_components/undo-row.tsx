'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { undoActivityAction } from '../actions'

interface Props {
  slug: string
  id: string
  /** The act in words: `imported 1,204 bounces`. */
  did: string
}

/** Takes one act back, after asking. */
export function UndoRow({ slug, id, did }: Props) {
  const [open, setOpen] = useState(false)
  const [pending, start] = useTransition()
  const router = useRouter()
  const undo = () =>
    start(async () => {
      const result = await undoActivityAction(slug, { id })
      setOpen(false)
      if (result.ok) toast('Taken back. Lists and charts follow.')
      else toast(result.error.message, { kind: 'failed' })
      router.refresh()
    })
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={`Undo: ${did}`}>
        Undo
      </Button>
      <ConfirmDialog
        title="Undo this?"
        description={`Somebody ${did}. Undoing takes exactly that back; what was changed again since stays as it is.`}
        confirm="Undo"
        pending={pending}
        onConfirm={undo}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  )
}
