'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { plural } from '@/lib/format'
import { listGivenUpAction, undoListedAction } from '../actions'

interface Props {
  slug: string
  count: number
  filter: { accounts: string[]; categories: string[]; campaigns: string[] }
}

/** Puts given-up contacts on the Do Not Email list, after asking. */
export function ListGivenUp({ slug, count, filter }: Props) {
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()
  const list = () =>
    start(async () => {
      const result = await listGivenUpAction(slug, filter)
      setAsking(false)
      if (!result.ok) return void toast(result.error.message, { kind: 'failed' })
      const { actId, added } = result.value
      const text = `${plural(added, 'contact')} put on the Do Not Email list`
      toast(text, actId ? { undo: () => undo(slug, actId) } : {})
    })
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        Put on Do Not Email
      </Button>
      <ConfirmDialog
        title={`Never mail ${plural(count, 'contact')} again?`}
        description="They go on the Do Not Email list for good, with the note that all tries are used up. You can take them off there."
        confirm={`List ${plural(count, 'contact')}`}
        pending={pending}
        onConfirm={list}
        open={asking}
        onOpenChange={setAsking}
      />
    </>
  )
}

async function undo(slug: string, actId: string) {
  const result = await undoListedAction(slug, { actId })
  if (result.ok) toast('Taken off the list again')
  else toast(result.error.message, { kind: 'failed' })
}
