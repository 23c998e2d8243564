import { ReasonLabel } from '@/components/dne/reason-label'
import type { EntryReason } from '@/db/queries/dne/list-entries'
import { dayOf } from '@/lib/analytics/day'
import { REASON_NAMES, SOURCE_NAMES } from '@/lib/dne/entry'
import { formatDateTime } from '@/lib/format'
import { ChangeButton } from './change-button'
import { TakeOffButton } from './take-off-button'

interface Props {
  slug: string
  entryId: string
  fact: EntryReason
  zone: string
  today: string
  mayChange: boolean
  isAdmin: boolean
}

/** One reason with its facts, and what may be done with it. */
export function ReasonRow({ slug, entryId, fact, zone, today, mayChange, isAdmin }: Props) {
  const { reason, category, source, note, until, bounceAt, createdAt, createdByName } = fact
  const guarded = reason === 'complaint' || reason === 'unsubscribe'
  const from = source === 'mail' ? 'a feedback report' : (createdByName ?? SOURCE_NAMES[source])
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2 border-border px-4 py-3 text-13 not-first:border-t">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <ReasonLabel reason={reason} category={category} />
          <span className="font-normal text-muted">
            {until ? `until ${formatDateTime(until, zone)}` : 'for good'}
          </span>
        </p>
        <p className="mt-1 text-12 text-muted">
          {reason === 'bounce' && bounceAt ? `Bounced ${formatDateTime(bounceAt, zone)}, listed` : 'Since'}{' '}
          {formatDateTime(createdAt, zone)}, {source === 'bounce' ? 'by your policy' : `from ${from}`}
        </p>
        {note && <p className="mt-1 wrap-anywhere">“{note}”</p>}
      </div>
      <div className="flex flex-wrap gap-1">
        {mayChange && source !== 'bounce' && (
          <ChangeButton
            slug={slug}
            entryId={entryId}
            reason={reason}
            note={note}
            untilDay={until ? dayOf(new Date(until.getTime() - 1), zone) : ''}
            today={today}
          />
        )}
        {guarded &&
          (isAdmin ? (
            <TakeOffButton slug={slug} entryId={entryId} reason={reason} name={REASON_NAMES[reason]} />
          ) : (
            <span className="text-12 text-muted">Only an admin takes this off</span>
          ))}
      </div>
    </li>
  )
}
