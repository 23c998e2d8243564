'use client'

import { ErrorState } from '@/components/data/error-state'

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main id="main" className="grid min-h-dvh place-content-center p-6">
      <ErrorState heading="h1" id={error.digest} onRetry={reset} />
    </main>
  )
}
