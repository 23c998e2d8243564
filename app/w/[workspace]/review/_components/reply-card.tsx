import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { ReplyText } from '@/components/data/reply-text'
import { CategoryOptions } from '@/components/review/category-options'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Select } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { shownDomain } from '@/lib/bounce/idn'
import { formatCount, plural } from '@/lib/format'

export interface Waiting {
  templateId: string
  text: string
  example: string
  count: number
  accounts: number
  domains: number
  topDomains: string[]
  /** The URL parameters of the days its bounces are on. */
  days: string
  seen: string
  guesses: string[]
}

interface Props {
  slug: string
  reply: Waiting
  current: boolean
  mayDecide: boolean
  pending: boolean
  onFocus: () => void
  onDecide: (category: string) => void
}

/** One reply that waits: what it says, whom it hit, and the decision. */
export function ReplyCard({ slug, reply, current, mayDecide, pending, onFocus, onDecide }: Props) {
  const rest = reply.domains - reply.topDomains.length
  return (
    <li
      data-reply
      tabIndex={-1}
      aria-current={current || undefined}
      onFocus={onFocus}
      className={cn(
        'grid min-w-0 scroll-mt-16 gap-2 rounded-lg border border-border bg-canvas p-4',
        current && 'border-border-strong',
      )}
    >
      <p className="wrap-anywhere">
        <ReplyText text={reply.text || 'An empty reply'} />
      </p>
      <p className="text-12 wrap-anywhere text-muted">
        <Link
          href={`/w/${slug}/bounces?${reply.days}&category=unclassified&reply=${reply.templateId}`}
          className="link underline underline-offset-3"
        >
          {plural(reply.count, 'bounce')}
        </Link>{' '}
        at {reply.topDomains.map(shownDomain).join(', ')}
        {rest > 0 && ` and ${plural(rest, 'other domain')}`}, from {plural(reply.accounts, 'account')}, last{' '}
        {reply.seen}
      </p>
      <details className="min-w-0 text-12">
        <summary className="cursor-pointer text-muted">Newest reply in full</summary>
        <p className="mt-1 font-mono wrap-anywhere whitespace-pre-wrap">{reply.example}</p>
      </details>
      {mayDecide && (
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          {reply.guesses.map((category, n) => (
            <Button key={category} pending={pending} onClick={() => onDecide(category)}>
              <CategoryLabel category={category} />
              {current && <Kbd aria-hidden>{n + 1}</Kbd>}
            </Button>
          ))}
          <Select
            aria-label={`Category for ${reply.text.slice(0, 60)}, ${formatCount(reply.count)} bounces`}
            className="w-48"
            value=""
            disabled={pending}
            onChange={(event) => event.target.value && onDecide(event.target.value)}
          >
            <option value="">Choose a category</option>
            <CategoryOptions unclassified="Leave it unclassified" />
          </Select>
        </div>
      )}
    </li>
  )
}
