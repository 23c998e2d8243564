import type { Metadata } from 'next'
import { Logo } from '@/components/shell/logo'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main
      id="main"
      className="grid min-h-dvh place-content-center justify-items-center gap-2 p-6 text-center"
    >
      <Logo className="mb-2 size-8" />
      <h1 className="text-20 font-semibold">There is no such page</h1>
      <p className="max-w-sm text-balance text-muted">
        The address may be mistyped, or it belongs to a workspace you are not a member of.
      </p>
      <ButtonLink href="/" variant="primary" className="mt-2">
        Go to your workspace
      </ButtonLink>
    </main>
  )
}
