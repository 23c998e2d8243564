'use client'

import { ErrorState } from '@/components/data/error-state'
import './globals.css'

export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Rebound</title>
        <main id="main" className="grid min-h-dvh place-content-center p-6">
          <ErrorState heading="h1" id={error.digest} onRetry={reset} />
        </main>
      </body>
    </html>
  )
}
