import Link from 'next/link'
import type { ReactNode } from 'react'
import { providerName } from '@/lib/bounce/provider'
import { formatCount } from '@/lib/format'
import { CategoryLabel } from './category-label'
import { Cell, type Column } from './data-table'
import { ReplyText } from './reply-text'

export const REPLY_COLUMNS: readonly Column[] = [
  { id: 'reply', label: 'Reply' },
  { id: 'category', label: 'Category', width: 172 },
  { id: 'provider', label: 'Provider', width: 116 },
  { id: 'bounces', label: 'Bounces', width: 84, align: 'right' },
  { id: 'change', label: 'Change', width: 100, align: 'right' },
]

interface Props {
  reply: { text: string; category: string; provider: string; now: number }
  /** Its bounces. */
  href: string
  change: ReactNode
}

/** A frequent reply in these columns. */
export function ReplyCells({ reply, href, change }: Props) {
  return (
    <>
      <Cell card="wide" title={reply.text}>
        <Link href={href} prefetch={false} className="hover-line max-sm:line-clamp-3">
          <ReplyText text={reply.text} />
        </Link>
      </Cell>
      <Cell card="title">
        <CategoryLabel category={reply.category} short />
      </Cell>
      <Cell card="hide" className="text-muted">
        {providerName(reply.provider)}
      </Cell>
      <Cell num card="corner" className="font-semibold">
        {formatCount(reply.now)}
      </Cell>
      <Cell num card="hide" className="text-muted">
        {change}
      </Cell>
    </>
  )
}
