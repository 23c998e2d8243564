import type { ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'

interface Props {
  /** E.g. `1–50 of 273`; announced when it changes. */
  position: ReactNode
  /** Addresses of the pages before and after; null where there is none. */
  previous: string | null
  next: string | null
  /** Between position and buttons, e.g. the keys. */
  children?: ReactNode
}

/** Moves through a list page by page. */
export function Pager({ position, previous, next, children }: Props) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-2 py-2 text-12 text-muted">
      <p aria-live="polite" className="flex-1">
        {position}
      </p>
      {children}
      <Step href={previous}>Previous</Step>
      <Step href={next}>Next</Step>
    </nav>
  )
}

function Step({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? (
    <Button size="sm" disabled>
      {children}
    </Button>
  ) : (
    <ButtonLink size="sm" href={href} prefetch={false}>
      {children}
    </ButtonLink>
  )
}
