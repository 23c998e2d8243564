'use client'

import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { ErrorState } from '@/components/data/error-state'
import { Theme } from '@/components/shell/theme'
import './globals.css'

/** Stands in for the whole document, so it brings its own fonts and theme. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <title>Something broke · Rebound</title>
        <Theme nonce={undefined}>
          <main id="main" className="grid min-h-dvh place-content-center p-6">
            <ErrorState heading="h1" id={error.digest} onRetry={reset} />
          </main>
        </Theme>
      </body>
    </html>
  )
}
