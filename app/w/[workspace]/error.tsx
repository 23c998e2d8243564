'use client'

import { ErrorState } from '@/components/data/error-state'

export default function WorkspacePageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main id="main" className="min-w-0 px-6 py-4">
      <ErrorState heading="h1" id={error.digest} onRetry={reset} />
    </main>
  )
}
