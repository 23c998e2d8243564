'use client'

import { useState, useTransition, type ComponentProps } from 'react'
import { Button, type ButtonStyle } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { BatchScope } from '@/lib/services/resubmit/batch-input'
import { previewBatchAction } from './actions'
import { Composer } from './composer'

interface Props extends ButtonStyle {
  slug: string
  /** Whose bounces: some by key, or all of a filter. */
  scope: BatchScope
  children?: React.ReactNode
}

type Loaded = Pick<ComponentProps<typeof Composer>, 'preview' | 'destinations' | 'zone' | 'now'>

/** Asks who of the bounces' recipients can be tried again, and makes a batch of them. */
export function ResubmitButton({ slug, scope, children = 'Resubmit', ...style }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [pending, start] = useTransition()
  const ask = () =>
    start(async () => {
      const result = await previewBatchAction(slug, scope)
      if (result.ok) setLoaded(result.value)
      else toast(result.error.message, { kind: 'failed' })
    })
  return (
    <>
      <Button {...style} pending={pending} onClick={ask}>
        {children}
      </Button>
      <Dialog
        open={loaded !== null}
        onOpenChange={(open) => open || setLoaded(null)}
        title="Resubmit"
        description="Everyone is checked against the Do Not Email list again at hand-over."
        className="max-w-md"
      >
        {loaded && <Composer slug={slug} scope={scope} {...loaded} onMade={() => setLoaded(null)} />}
      </Dialog>
    </>
  )
}
