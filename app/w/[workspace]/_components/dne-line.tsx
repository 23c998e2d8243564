import Link from 'next/link'
import { countListedLately } from '@/db/queries/dne/count-entries'
import { countSuggestions } from '@/db/queries/dne/list-suggestions'
import { formatCount, plural } from '@/lib/format'
import type { View } from './view'

/** How many must not be mailed now, and what waits for a person there. */
export async function DneLine({ view: { ctx, base } }: { view: View }) {
  const [listed, waiting] = await Promise.all([
    countListedLately(ctx.sql, ctx.workspace.id, ctx.now),
    countSuggestions(ctx.sql, ctx.workspace.id),
  ])
  return (
    <span>
      <Link href={`${base}/dne`} prefetch={false} className="hover-line">
        {formatCount(listed)} on the Do Not Email list
      </Link>
      {waiting.total > 0 && (
        <>
          ,{' '}
          <Link href={`${base}/dne/suggestions`} prefetch={false} className="hover-line">
            {plural(waiting.total, 'suggestion waits', 'suggestions wait')}
          </Link>
        </>
      )}
    </span>
  )
}
