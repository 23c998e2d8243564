import { Badge } from '@/components/ui/badge'
import type { OpenSession } from '@/db/queries/access/sessions'
import { formatAgo, formatStamp } from '@/lib/format'

interface Props {
  sessions: OpenSession[]
  currentId: string | undefined
  zone: string
  now: Date
}

/** One's open sessions, last used first. */
export function SessionList({ sessions, currentId, zone, now }: Props) {
  return (
    <ul className="text-13">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-border px-4 py-2"
        >
          <span className="font-medium">{session.device}</span>
          {session.id === currentId && <Badge tone="positive">This one</Badge>}
          <span className="min-w-0 flex-1 basis-48 text-muted sm:text-right">
            signed in {formatStamp(session.createdAt, zone)}, last used {formatAgo(session.lastSeenAt, now)}
          </span>
        </li>
      ))}
    </ul>
  )
}
