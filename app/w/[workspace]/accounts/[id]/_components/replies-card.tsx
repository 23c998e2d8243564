import { ChangeLabel } from '@/components/data/change-label'
import { DataTable } from '@/components/data/data-table'
import { REPLY_COLUMNS, ReplyCells } from '@/components/data/reply-cells'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { compare } from '@/lib/analytics/change'
import { formatCount } from '@/lib/format'
import type { CardProps } from './props'

/** The most frequent replies to this account's mails, their variable parts masked. */
export async function RepliesCard({ view, figures }: CardProps) {
  const { replies, all } = await figures.replies
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
      <DataTable caption="Most frequent replies" columns={REPLY_COLUMNS} cards>
        {replies.map((reply) => (
          <tr key={reply.templateId}>
            <ReplyCells
              reply={reply}
              href={view.rows({ template: reply.templateId })}
              change={<ChangeLabel change={compare(reply.now, reply.before)} />}
            />
          </tr>
        ))}
      </DataTable>
    </Card>
  )
}
