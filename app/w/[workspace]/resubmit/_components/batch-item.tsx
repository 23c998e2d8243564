import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Progress } from '@/components/ui/progress'
import type { BatchRow } from '@/db/queries/resubmit/list-batches'
import { formatCount } from '@/lib/format'
import { BatchButtons } from './batch-buttons'
import { batchLine, STATE_NAMES } from './batch-words'

interface Props {
  slug: string
  batch: BatchRow
  zone: string
  quietDays: number
  mayAct: boolean
}

/** A batch in the list: its name, what can be done now, how far it is, what became of it. */
export function BatchItem({ slug, batch, zone, quietDays, mayAct }: Props) {
  const { id, name, state, handedOver, total } = batch
  const acts = mayAct && (state === 'running' || state === 'paused')
  return (
    <li className="border-t border-border py-3 first:border-t-0 first:pt-0">
      <div className="flex items-start gap-2">
        <Link
          href={`/w/${slug}/resubmit/batches/${id}`}
          prefetch={false}
          className="hover-line min-w-0 flex-1 text-13 leading-7 font-semibold"
        >
          {name}
        </Link>
        {acts ? (
          <BatchButtons slug={slug} batch={{ id, name, state }} only />
        ) : (
          <Badge>{STATE_NAMES[state]}</Badge>
        )}
      </div>
      <div className="mt-1 flex items-center gap-2 text-13">
        <Progress label={`${name}, handed over`} value={handedOver} max={total} className="flex-1" />
        <span className="whitespace-nowrap">
          {formatCount(handedOver)} of {formatCount(total)}
        </span>
      </div>
      <p className="mt-1 text-12 text-muted">{batchLine(batch, zone, quietDays)}</p>
    </li>
  )
}
