import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, type Column } from '@/components/data/data-table'
import { ReplyText } from '@/components/data/reply-text'
import { Card } from '@/components/ui/card'
import { compare } from '@/lib/analytics/change'
import { providerName } from '@/lib/bounce/provider'
import { formatCount } from '@/lib/format'
import type { CardProps } from './props'

const columns: readonly Column[] = [
  { id: 'reply', label: 'Reply' },
  { id: 'category', label: 'Category', width: 172 },
  { id: 'provider', label: 'Provider', width: 116 },
  { id: 'bounces', label: 'Bounces', width: 84, align: 'right' },
  { id: 'change', label: 'Change', width: 100, align: 'right' },
]

/** The most frequent replies to this account's mails, their variable parts masked. */
export async function RepliesCard({ view, figures }: CardProps) {
  const { replies, all } = await figures.replies
  if (replies.length === 0) return null
  return (
    <Card
      title="Top replies"
      description={`${formatCount(replies.length)} of ${formatCount(all)} · the same reply with its variable parts masked`}
      padded={false}
    >
      <DataTable caption="Most frequent replies" columns={columns} cards>
        {replies.map((reply) => (
          <tr key={reply.templateId}>
            <Cell card="wide" title={reply.text}>
              <Link
                href={view.rows({ template: reply.templateId })}
                prefetch={false}
                className="hover-line max-sm:line-clamp-3"
              >
                <ReplyText text={reply.text} />
              </Link>
            </Cell>
            <Cell card="title">
              <CategoryLabel category={reply.category} short />
            </Cell>
            <Cell card="hide" className="text-muted">
              {providerName(reply.provider)}
            </Cell>
            <Cell num card="corner" className="font-medium">
              {formatCount(reply.now)}
            </Cell>
            <Cell num card="hide" className="text-muted">
              <ChangeLabel change={compare(reply.now, reply.before)} />
            </Cell>
          </tr>
        ))}
      </DataTable>
    </Card>
  )
}
