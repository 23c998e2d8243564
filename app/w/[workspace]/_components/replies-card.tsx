import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, TableScroll, type Column } from '@/components/data/data-table'
import { ReplyText } from '@/components/data/reply-text'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { TopReply } from '@/db/queries/analytics/top-replies'
import { providerName } from '@/lib/bounce/provider'
import { formatCount } from '@/lib/format'
import type { Overview } from './data'
import type { View } from './view'

const columns: readonly Column[] = [
  { id: 'reply', label: 'Reply' },
  { id: 'category', label: 'Category', width: 172 },
  { id: 'provider', label: 'Provider', width: 116 },
  { id: 'bounces', label: 'Bounces', width: 80, align: 'right' },
  { id: 'change', label: 'Change', width: 92, align: 'right' },
  { id: 'act', label: 'Fix', width: 116, hideLabel: true },
]

/** The most frequent replies with their variable parts masked. */
export async function RepliesCard({ view, data }: { view: View; data: Overview }) {
  const { replies, all } = await data.replies
  if (replies.length === 0) return null
  return (
    <Card
      title="Top replies"
      description={`${formatCount(replies.length)} of ${formatCount(all)} · the same reply with its variable parts masked`}
      padded={false}
    >
      <TableScroll label="Most frequent replies">
        <DataTable caption="Most frequent replies" columns={columns} cards className="sm:min-w-[900px]">
          {replies.map((reply) => (
            <ReplyRow key={reply.templateId} view={view} reply={reply} />
          ))}
        </DataTable>
      </TableScroll>
    </Card>
  )
}

function ReplyRow({ view, reply }: { view: View; reply: TopReply }) {
  const rows = view.rows({ template: reply.templateId })
  const unclassified = reply.category === 'unclassified'
  return (
    <tr>
      <Cell card="wide" title={reply.text}>
        <Link href={rows} prefetch={false} className="hover-line max-sm:line-clamp-3">
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
        <ChangeLabel change={view.compare(reply.now, reply.before)} />
      </Cell>
      <Cell num card="hide">
        <ButtonLink variant="quiet" size="sm" href={unclassified ? rows : view.fix(reply.category)}>
          {unclassified ? `Classify ${formatCount(reply.now)}` : 'See fix'}
        </ButtonLink>
      </Cell>
    </tr>
  )
}
