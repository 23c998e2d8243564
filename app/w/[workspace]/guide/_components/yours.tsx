import Link from 'next/link'
import type { ReactNode } from 'react'
import { ReplyText } from '@/components/data/reply-text'
import { Card } from '@/components/ui/card'
import { DailyBars } from '@/components/guide/daily-bars'
import { filterQuery } from '@/lib/analytics/filter'
import type { Category } from '@/lib/bounce/categories'
import { formatCount, formatDay, formatTime } from '@/lib/format'
import type { Context } from '@/lib/services/context'
import { categoryFigures } from '../figures'

/** The workspace's own figures of a category: count, days, accounts and replies, each leading to its rows. */
export async function Yours({ ctx, category }: { ctx: Context; category: Category }) {
  const figures = await categoryFigures(ctx, category.id)
  const { filter, now, before, days, accounts, moreAccounts, replies } = figures
  const rows = (narrower: Partial<typeof filter> = {}) =>
    `/w/${ctx.workspace.slug}/bounces?${filterQuery({ ...filter, ...narrower }, figures.today)}`
  return (
    <Card
      title="Yours in the last 30 days"
      description={`as of today ${formatTime(ctx.now, ctx.workspace.timeZone)}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <Link href={rows()} className="hover-line text-30 font-semibold">
          {formatCount(now)}
        </Link>
        <span className="text-muted">
          {now === 1 ? 'bounce' : 'bounces'} · {formatCount(before)} in the 30 days before
        </span>
      </p>
      {now === 0 && <p className="mt-1 text-13 text-muted">No bounce of yours had this cause lately.</p>}
      {now > 0 && (
        <>
          <DailyBars days={days} family={category.family} />
          <p className="mt-1 flex justify-between text-12 text-muted">
            <span>{formatDay(filter.from)}</span>
            <span>{formatDay(filter.to)}</span>
          </p>
          <List>
            {accounts.map((account) => (
              <Entry key={account.address} count={account.count}>
                <Link href={rows({ accounts: [account.address] })} className="hover-line wrap-anywhere">
                  {account.address || 'Account not known'}
                </Link>
              </Entry>
            ))}
          </List>
          {moreAccounts > 0 && (
            <p className="mt-1 text-12 text-muted">and {formatCount(moreAccounts)} more accounts</p>
          )}
          <h3 className="mt-4 mb-1 text-13 font-semibold">Replies behind it</h3>
          <List>
            {replies.map((reply) => (
              <Entry key={reply.templateId} count={reply.count}>
                <Link href={rows({ template: reply.templateId })} className="hover-line wrap-anywhere">
                  <ReplyText text={reply.text} />
                </Link>
              </Entry>
            ))}
          </List>
        </>
      )}
    </Card>
  )
}

function List({ children }: { children: ReactNode }) {
  return <ul className="mt-2 text-13">{children}</ul>
}

function Entry({ children, count }: { children: ReactNode; count: number }) {
  return (
    <li className="flex items-center gap-2 border-b border-border py-[5px] last:border-b-0">
      <span className="min-w-0">{children}</span>
      <span className="ml-auto font-medium">{formatCount(count)}</span>
    </li>
  )
}
