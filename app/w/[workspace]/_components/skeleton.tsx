import { CardSkeleton } from '@/components/data/states'
import { Skeleton } from '@/components/ui/skeleton'

export const SIZES = { answer: 132, figures: 108, days: 500, accounts: 520, heat: 560, replies: 420 }
export const stack = 'grid gap-4 [&>*]:min-w-0'
export const wide = 'grid gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,min(500px,44%))] [&>*]:min-w-0'

/** The cards' shape before any figure is there. */
export function CardsSkeleton() {
  return (
    <div className={stack}>
      <CardSkeleton label="what changed" height={SIZES.answer} />
      <CardSkeleton label="the key figures" height={SIZES.figures} />
      <div className={wide}>
        <CardSkeleton label="bounces per day" height={SIZES.days} />
        <CardSkeleton label="why they bounced" height={SIZES.days} />
      </div>
    </div>
  )
}

/** The page's shape before it is known whether there are bounces at all. */
export function OverviewSkeleton() {
  return (
    <>
      <header className="flex min-h-8 flex-wrap items-center gap-3">
        <h1 className="flex-1 text-20 font-semibold">Overview</h1>
        <Skeleton className="h-8 w-80 max-lg:order-last max-lg:w-full" />
      </header>
      <Skeleton className="mt-3 h-8 w-full max-w-xl" />
      <div className="mt-4">
        <CardsSkeleton />
      </div>
    </>
  )
}
