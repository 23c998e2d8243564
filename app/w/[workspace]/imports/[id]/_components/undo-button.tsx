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
  /** Complaints and unsubscribes that it listed. */
  optOuts?: number
}

/** Takes an import back, after a dialog that names the count. */
export function UndoButton({ workspace, importId, fileName, bounces, optOuts = 0 }: Props) {
  const router = useRouter()
  const only = bounces === 0 && optOuts > 0
  const what = bounces === null ? 'the stored bounces' : only ? 'this import' : plural(bounces, 'bounce')
  const listed =
    optOuts > 0
      ? `${plural(optOuts, 'complaint or unsubscribe goes', 'complaints and unsubscribes go')} off the Do Not Email list. `
      : ''
  const taken = bounces === null ? what : `the ${what}`
  const gone = only ? '' : `This takes ${taken} of ${fileName} out of every list and chart. `
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
        description={`${gone}${listed}What another import brought too stays. You can import the file again.`}
        confirm={`Take ${what} back`}
        pending={pending}
        onConfirm={undo}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  )
}
