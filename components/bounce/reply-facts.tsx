import type { ReplyFacts as Facts } from '@/lib/bounce/facts'
import { formatBytes, formatDuration } from '@/lib/format'

const SIDE = { you: 'Yours', your_it: 'Yours', recipient: 'The recipient’s' } as const

/** What a reply tells besides its cause: lists to leave, when to try again, how large, who spoke, whose side must act. */
export function ReplyFacts({ facts }: { facts: Facts }) {
  const { lists, retryAfter, sizeLimit, provider, acts } = facts
  const lines: [string, string | null][] = [
    ['Try again', retryAfter === null ? null : `after ${formatDuration(retryAfter)}, the server says`],
    ['Largest message', sizeLimit === null ? null : formatBytes(sizeLimit)],
    ['Who answered', provider],
    ['Whose side must act', acts && SIDE[acts]],
  ]
  const told = lines.filter(([, value]) => value !== null)
  if (lists.length === 0 && told.length === 0) return null
  return (
    <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13">
      {lists.map(({ id, name, url, note }) => (
        <div key={id} className="contents">
          <dt className="font-medium">Block list</dt>
          <dd className="text-muted">
            <span className="text-text">{name}.</span> {note}{' '}
            {url && (
              <a href={url} className="link underline underline-offset-3" target="_blank" rel="noreferrer">
                Look it up or get off
              </a>
            )}
          </dd>
        </div>
      ))}
      {told.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="font-medium">{term}</dt>
          <dd className="text-muted">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
