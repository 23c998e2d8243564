'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { changeBatchAction } from '../actions'

interface Props {
  slug: string
  batch: { id: string; name: string; state: 'running' | 'paused' | 'cancelled' | 'done' }
  /** Pause and resume only: the page of the batch has the rest. */
  only?: boolean
}

/** What can be done with a batch now. */
export function BatchButtons({ slug, batch: { id, name, state }, only }: Props) {
  const [asking, setAsking] = useState(false)
  const [pending, start] = useTransition()
  const run = (act: 'pause' | 'resume' | 'cancel') =>
    start(async () => {
      const result = await changeBatchAction(slug, { id, act })
      setAsking(false)
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
    })
  if (state !== 'running' && state !== 'paused') return null
  const size = only ? 'sm' : 'md'
  return (
    <>
      {state === 'running' ? (
        <Button size={size} pending={pending} aria-label={`Pause ${name}`} onClick={() => run('pause')}>
          Pause
        </Button>
      ) : (
        <Button size={size} pending={pending} aria-label={`Resume ${name}`} onClick={() => run('resume')}>
          Resume
        </Button>
      )}
      {!only && (
        <>
          <Button onClick={() => setAsking(true)}>Cancel the rest</Button>
          <ConfirmDialog
            title={`Cancel what is left of “${name}”?`}
            description="Nobody else of this batch is handed over. Who was stays handed over. The others can go into a new batch."
            confirm="Cancel the rest"
            pending={pending}
            onConfirm={() => run('cancel')}
            open={asking}
            onOpenChange={setAsking}
          />
        </>
      )}
    </>
  )
}
