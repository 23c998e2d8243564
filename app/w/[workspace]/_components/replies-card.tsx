import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, TableScroll, type Column } from '@/components/data/data-table'
import { REPLY_COLUMNS, ReplyCells } from '@/components/data/reply-cells'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { TopReply } from '@/db/queries/analytics/top-replies'
import { formatCount } from '@/lib/format'
import type { Overview } from './data'
import type { View } from './view'

const columns: readonly Column[] = [
  ...REPLY_COLUMNS,
  { id: 'act', label: 'Fix', width: 116, hideLabel: true },
]

/** The most frequent replies with their variable parts masked. */
export async function RepliesCard({ view, data }: { view: View; data: Overview }) {
  const { replies, all } = await data.replies
  if (replies.length === 0) return null
  return (
    <Card
      title="Top replies"
      description="The same reply with its variable parts masked"
      actions={
        all > replies.length && (
          <ButtonLink variant="quiet" size="sm" href={view.replies()}>
            All {formatCount(all)} replies
          </ButtonLink>
        )
      }
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
      <ReplyCells
        reply={reply}
        href={rows}
        change={<ChangeLabel change={view.compare(reply.now, reply.before)} />}
      />
      <Cell num card="hide">
        <ButtonLink variant="quiet" size="sm" href={unclassified ? rows : view.fix(reply.category)}>
          {unclassified ? `Classify ${formatCount(reply.now)}` : 'See fix'}
        </ButtonLink>
      </Cell>
    </tr>
  )
}
