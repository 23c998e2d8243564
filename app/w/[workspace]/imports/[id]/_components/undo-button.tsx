'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import { undoImport } from '../actions'

interface Props {
  workspace: string
  importId: string
  fileName: string
  /** How many it brought; null where it stopped half-way. */
  bounces: number | null
}

/** Takes an import back, after a dialog that names the count. */
export function UndoButton({ workspace, importId, fileName, bounces }: Props) {
  const router = useRouter()
  const what = bounces === null ? 'the stored bounces' : plural(bounces, 'bounce')
  const [open, setOpen] = useState(false)
  const [pending, start] = useTransition()
  const undo = () =>
    start(async () => {
      const result = await undoImport(workspace, { importId })
      setOpen(false)
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
      router.refresh()
    })
  return (
    <>
      <Button onClick={() => setOpen(true)}>Undo import</Button>
      <ConfirmDialog
        title="Undo this import?"
        description={`This takes ${bounces === null ? what : `the ${what}`} of ${fileName} out of every list and chart. Bounces that another import brought too stay. You can import the file again.`}
        confirm={`Take ${what} back`}
        pending={pending}
        onConfirm={undo}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  )
}
