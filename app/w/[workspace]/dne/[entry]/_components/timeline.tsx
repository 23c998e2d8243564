import Link from 'next/link'
import type { ReactNode } from 'react'
import { categoryName } from '@/components/data/category-label'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { TimelineItem } from '@/db/queries/dne/entry-timeline'
import { dayOf } from '@/lib/analytics/day'
import { familyOf } from '@/lib/bounce/families'
import { formatBounceKey } from '@/lib/bounce/key'
import { isReason, REASON_NAMES } from '@/lib/dne/entry'
import { formatDateTime } from '@/lib/format'

interface Props {
  slug: string
  items: readonly TimelineItem[]
  zone: string
  value: string
}

type Act = Extract<TimelineItem, { kind: 'act' }>
type Bounce = Extract<TimelineItem, { kind: 'bounce' }>
type Handover = Extract<TimelineItem, { kind: 'handover' }>
type OptOut = Extract<TimelineItem, { kind: 'opt_out' }>

/** Everything known of an address or a domain, newest first. */
export function Timeline({ slug, items, zone, value }: Props) {
  if (items.length === 0)
    return <p className="text-13 text-muted">Nothing yet: {value} was listed before Rebound knew it.</p>
  return (
    <ol className="grid">
      {items.map((item, i) => (
        <li
          key={i}
          className="grid grid-cols-[auto_10px_minmax(0,1fr)] gap-x-3 text-13 max-sm:grid-cols-[10px_minmax(0,1fr)]"
        >
          <time
            dateTime={item.at.toISOString()}
            className="w-[136px] text-12 leading-5 text-muted max-sm:col-start-2 max-sm:row-start-2 max-sm:pb-3"
          >
            {formatDateTime(item.at, zone)}
          </time>
          <span aria-hidden className="relative flex justify-center max-sm:row-start-1">
            <span
              className={cn(
                'keep-color mt-1.5 size-2 rounded-full',
                item.kind === 'bounce'
                  ? cn('bg-(--family)', `family-${familyOf(item.category)}`)
                  : 'border border-border-strong',
              )}
            />
            {i < items.length - 1 && <span className="absolute top-4 bottom-[-6px] w-px bg-border" />}
          </span>
          <div className="min-w-0 pb-3 max-sm:row-start-1 max-sm:pb-0">
            {item.kind === 'bounce' ? (
              <BounceItem slug={slug} item={item} zone={zone} />
            ) : item.kind === 'handover' ? (
              <HandoverItem slug={slug} item={item} />
            ) : item.kind === 'opt_out' ? (
              <OptOutItem slug={slug} item={item} />
            ) : (
              <ActItem item={item} />
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function BounceItem({ slug, item, zone }: { slug: string; item: Bounce; zone: string }) {
  const { at, dedupeKey, category, bounceType, account, campaign, verified } = item
  const day = dayOf(at, zone)
  const key = formatBounceKey({ occurredAt: at, dedupeKey })
  return (
    <>
      <Link
        href={`/w/${slug}/bounces?from=${day}&to=${day}&bounce=${key}`}
        prefetch={false}
        className="hover-line font-medium"
      >
        {categoryName(category)}
      </Link>
      <Detail>
        {[
          bounceType && `${bounceType} bounce`,
          account && `from ${account}`,
          campaign,
          !verified && 'not verified',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Detail>
    </>
  )
}

const OUTCOMES = { '': '', bounced: 'bounced again', recovered: 'recovered' } as const

function HandoverItem({ slug, item }: { slug: string; item: Handover }) {
  return (
    <>
      <Link
        href={`/w/${slug}/resubmit/batches/${item.batchId}`}
        prefetch={false}
        className="hover-line font-medium"
      >
        Resubmitted
      </Link>
      <Detail>
        {[item.batch, item.account && `from ${item.account}`, OUTCOMES[item.outcome]]
          .filter(Boolean)
          .join(' · ')}
      </Detail>
    </>
  )
}

function OptOutItem({ slug, item }: { slug: string; item: OptOut }) {
  const { reason, feedbackType, account, verified, importId, fileName } = item
  return (
    <>
      <Link href={`/w/${slug}/imports/${importId}`} prefetch={false} className="hover-line font-medium">
        {REASON_NAMES[reason]}
      </Link>
      <Detail>
        {[
          feedbackType && `feedback type ${feedbackType}`,
          account && `on a mail from ${account}`,
          `in ${fileName}`,
          !verified && 'not verified, so it lists nobody',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Detail>
    </>
  )
}

function ActItem({ item }: { item: Act }) {
  return (
    <>
      <span className="font-medium">{words(item)}</span>{' '}
      {item.undoneAt && <Badge className="align-middle">Undone</Badge>}
      <Detail>
        {[`by ${item.byName ?? 'the command line'}`, item.why && `“${item.why}”`].filter(Boolean).join(' · ')}
      </Detail>
    </>
  )
}

const WORDS: Record<Act['act'], string> = {
  add: 'Added',
  remove: 'Removed',
  file: 'Added from a file',
  accept: 'Suggestion accepted',
  dismiss: 'Suggestion dismissed',
  rollback: 'Restored after an incident',
  policy: 'Policy changed',
  recovery: 'Recovered',
}

function words({ act, reason, changed }: Act): string {
  const name = isReason(reason) ? REASON_NAMES[reason].toLowerCase() : ''
  if (act === 'add' && changed === 'changed') return `Changed${name && `: ${name}`}`
  if (changed === 'cleared') return act === 'remove' ? 'Earlier bounces forgiven' : WORDS[act]
  return `${WORDS[act]}${name && `: ${name}`}`
}

function Detail({ children }: { children: ReactNode }) {
  return <p className="text-12 wrap-anywhere text-muted">{children}</p>
}
