'use client'

import { useRouter } from 'next/navigation'
import { useTransition, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { formatDuration, plural } from '@/lib/format'
import { startImport } from '../actions'
import { CancelButton } from './cancel-button'

/** Rows a second that an import stores at the least; only for the sentence below the button. */
const ROWS_A_SECOND = 8000

interface Props {
  workspace: string
  importId: string
  bounces: number
  /** Complaints and unsubscribes that list somebody. */
  optOuts: number
  children: ReactNode
}

/** What will happen, and the button that makes it happen. */
export function CheckSummary({ workspace, importId, bounces, optOuts, children }: Props) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const begin = () =>
    start(async () => {
      const result = await startImport(workspace, { importId })
      if (!result.ok) toast(result.error.message, { kind: 'failed' })
      router.refresh()
    })
  return (
    <section
      aria-labelledby="will-happen"
      className="rounded-lg border border-border bg-canvas p-4 pt-3 max-lg:order-first lg:sticky lg:top-4"
    >
      <h2 id="will-happen" className="mb-1 text-14 font-semibold">
        What will happen
      </h2>
      {children}
      <div className="mt-4 grid gap-2">
        {bounces + optOuts > 0 && (
          <Button variant="primary" size="lg" pending={pending} onClick={begin}>
            Import{' '}
            {bounces > 0
              ? plural(bounces, 'bounce')
              : plural(optOuts, 'complaint or unsubscribe', 'complaints and unsubscribes')}
          </Button>
        )}
        <CancelButton workspace={workspace} importId={importId} label="Cancel" size="lg" />
      </div>
      <p className="mt-2 text-center text-12 text-muted">
        {bounces + optOuts > 0
          ? `About ${formatDuration(Math.max(1, (bounces + optOuts) / ROWS_A_SECOND))} · can be undone exactly`
          : 'There is nothing new in this file.'}
      </p>
    </section>
  )
}
