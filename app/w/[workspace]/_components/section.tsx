import { Suspense, type ReactNode } from 'react'
import { SectionBoundary } from '@/components/data/section-boundary'
import { CardSkeleton } from '@/components/data/states'

/** A part of the page that arrives on its own: its place is kept while it loads, and its failure stays its own. */
export function Section({ label, height, children }: { label: string; height: number; children: ReactNode }) {
  return (
    <SectionBoundary>
      <Suspense fallback={<CardSkeleton label={label} height={height} />}>{children}</Suspense>
    </SectionBoundary>
  )
}
