import Link from 'next/link'
import { categoryName } from '@/components/data/category-label'
import { cn } from '@/components/ui/cn'
import { familyOf } from '@/lib/bounce/families'
import { formatCount, formatDateTime, plural } from '@/lib/format'
import { DrawerSection } from './section'

export interface StoryBounce {
  key: string
  at: Date
  category: string
  bounceType: string
  account: string
  /** Of the list with this bounce open; null for the one that is open. */
  href: string | null
}

interface Props {
  bounces: readonly StoryBounce[]
  total: number
  /** The list of all of them, where there are more. */
  allHref: string | null
  zone: string
}

/** Everything that bounced at one recipient, newest first. */
export function RecipientStory({ bounces, total, allHref, zone }: Props) {
  return (
    <DrawerSection
      title="This recipient"
      beside={<span className="ml-auto text-12 text-muted">{plural(total, 'bounce')}</span>}
    >
      <ol className="grid">
        {bounces.map((bounce, i) => (
          <li key={bounce.key} className="grid grid-cols-[auto_10px_minmax(0,1fr)] gap-x-3 text-13">
            <time dateTime={bounce.at.toISOString()} className="w-[136px] text-12 leading-5 text-muted">
              {formatDateTime(bounce.at, zone)}
            </time>
            <span aria-hidden className="relative flex justify-center">
              <span
                className={cn(
                  'keep-color mt-1.5 size-2 rounded-full bg-(--family)',
                  `family-${familyOf(bounce.category)}`,
                )}
              />
              {i < bounces.length - 1 && <span className="absolute top-4 bottom-[-6px] w-px bg-border" />}
            </span>
            <div className="min-w-0 pb-3">
              {bounce.href ? (
                <Link href={bounce.href} scroll={false} prefetch={false} className="hover-line font-medium">
                  {categoryName(bounce.category)}
                </Link>
              ) : (
                <span className="font-medium" aria-current="true">
                  {categoryName(bounce.category)}
                </span>
              )}
              <p className="truncate text-12 text-muted">
                {[bounce.bounceType, bounce.account && `from ${bounce.account}`].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {allHref && (
        <Link href={allHref} className="link text-13">
          See all {formatCount(total)}
        </Link>
      )}
    </DrawerSection>
  )
}
