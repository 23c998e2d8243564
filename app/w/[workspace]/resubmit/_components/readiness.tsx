import { formatCount, plural } from '@/lib/format'
import { byCategory, type Desk } from '../desk'
import { spanText } from '../spans'

interface Props {
  desk: Desk
  zone: string
  today: string
}

/** The four figures: what soft-bounced contacts are right now. */
export function Readiness({ desk, zone, today }: Props) {
  const { totals } = desk
  const all = totals.ready + totals.resting + totals.waiting + totals.given_up
  const resting = byCategory(desk, 'resting')
  const next = resting.map((sum) => sum.firstUntil).sort((a, b) => Number(a) - Number(b))[0] ?? null
  const causes = desk.waiting.length
  const items = [
    { id: 'ready', name: 'Ready', count: totals.ready, says: 'hold over or cause fixed' },
    {
      id: 'resting',
      name: 'Resting',
      count: totals.resting,
      says: next ? `ready by themselves, next ${spanText(next, next, zone, today)}` : 'ready by themselves',
    },
    {
      id: 'waiting',
      name: 'Waiting for a fix',
      count: totals.waiting,
      says: causes > 0 ? `${plural(causes, 'cause')} on your side` : 'nothing on your side',
    },
    { id: 'given-up', name: 'Given up', count: totals.given_up, says: 'tries used up, you decide' },
  ]
  return (
    <nav aria-label="Readiness" className="grid grid-cols-2 rounded-lg border border-border lg:grid-cols-4">
      {items.map(({ id, name, count, says }) => (
        <a
          key={id}
          href={`#${id}`}
          className="grid min-w-0 content-start gap-1 border-border px-4 py-3 hover:bg-hover even:border-l lg:not-first:border-l max-lg:nth-[n+3]:border-t"
        >
          <span className="text-13 text-muted">{name}</span>
          <span className="text-30 font-semibold">{formatCount(count)}</span>
          <span className="text-12 text-muted">{says}</span>
          <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-sm bg-track">
            <span
              className="keep-color block h-full bg-text"
              style={{ width: `${all > 0 ? (count / all) * 100 : 0}%` }}
            />
          </span>
        </a>
      ))}
    </nav>
  )
}
