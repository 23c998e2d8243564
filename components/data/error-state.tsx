'use client'

import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'

interface Props {
  /** The heading's level: `h1` where it is the whole page. */
  heading?: 'h1' | 'h2'
  title?: string
  /** Stands in the server's log beside the cause. */
  id?: string
  onRetry: () => void
}

/** Something broke on our side: says so, offers another try and the id to tell. */
export function ErrorState({
  heading: Heading = 'h2',
  title = 'This could not be shown',
  id,
  onRetry,
}: Props) {
  return (
    <div role="alert" className="grid justify-items-center gap-2 px-4 py-10 text-center">
      <Heading className="text-16 font-semibold">{title}</Heading>
      <p className="max-w-sm text-13 text-balance text-muted">
        Something broke on our side. Nothing you stored is lost.
        {id && (
          <>
            {' '}
            If it goes on, tell this number: <code className="font-mono text-12 text-text">{id}</code>
          </>
        )}
      </p>
      <Button className="mt-2" onClick={onRetry}>
        <RotateCcw strokeWidth={1.5} aria-hidden />
        Try again
      </Button>
    </div>
  )
}
