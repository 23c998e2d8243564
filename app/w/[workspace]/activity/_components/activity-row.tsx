import Link from 'next/link'
import { ACTIONS } from '@/lib/activity/actions'
import { changeWords } from '@/lib/activity/change-words'
import { formatDateTime } from '@/lib/format'
import { UndoRow } from './undo-row'

export interface ShownActivity {
  id: string
  at: Date
  actorName: string | null
  action: string
  subjectId: string | null
  count: number | null
  why: string
  details: Record<string, unknown>
}

interface Props {
  slug: string
  zone: string
  row: ShownActivity
  mayUndo: boolean
}

/** One act: who did what, when, why, and the way to it. */
export function ActivityRow({ slug, zone, row, mayUndo }: Props) {
  const action = ACTIONS[row.action]
  const did = action?.says(row.count ?? 0) ?? row.action
  const page = action?.page?.replace('{id}', row.subjectId ?? '')
  const notes = [...changeWords(row.details), ...(row.why ? [`“${row.why}”`] : [])]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-border px-4 py-2 text-13 first:border-t-0">
      <time dateTime={row.at.toISOString()} className="w-36 shrink-0 text-12 text-muted tabular-nums">
        {formatDateTime(row.at, zone)}
      </time>
      <div className="min-w-48 flex-1">
        <p>
          <span className="font-medium">
            {row.actorName ?? (action?.byItself ? 'Rebound' : 'The command line')}
          </span>{' '}
          {page ? (
            <Link href={`/w/${slug}${page}`} prefetch={false} className="underline underline-offset-2">
              {did}
            </Link>
          ) : (
            did
          )}
        </p>
        {notes.map((note) => (
          <p key={note} className="text-12 wrap-anywhere text-muted">
            {note}
          </p>
        ))}
      </div>
      {mayUndo && <UndoRow slug={slug} id={row.id} did={did} />}
    </li>
  )
}
