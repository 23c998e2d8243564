import { CategoryLabel } from '@/components/data/category-label'
import { categoryById } from '@/lib/bounce/categories'
import { formatCount, plural } from '@/lib/format'

interface Judgement {
  category: string
  type: string
}

export interface ShownChange {
  from: Judgement
  to: Judgement
  count: number
}

const SHOWN = 12

/** What goes where, most first, and what that means for addresses that are called bad. */
export function ChangeList({ changes }: { changes: readonly ShownChange[] }) {
  const rest = changes.slice(SHOWN)
  const bad = sum(changes.filter(({ from, to }) => isBad(to) && !isBad(from)))
  const good = sum(changes.filter(({ from, to }) => isBad(from) && !isBad(to)))
  return (
    <>
      <ul className="grid w-full max-w-120 gap-1">
        {changes.slice(0, SHOWN).map(({ from, to, count }) => (
          <li
            key={`${from.category} ${from.type} ${to.category} ${to.type}`}
            className="flex min-w-0 flex-wrap items-center gap-x-2"
          >
            <Side judgement={from} withType={from.category === to.category} />
            <span aria-hidden>→</span>
            <span className="sr-only">to</span>
            <Side judgement={to} withType={from.category === to.category} />
            <span className="ml-auto tabular-nums">{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && <p className="text-muted">And {plural(sum(rest), 'bounce')} in smaller groups.</p>}
      {(bad > 0 || good > 0) && (
        <p>
          {bad > 0 && `${plural(bad, 'bounce')} more will say that an address is bad. `}
          {good > 0 && `${plural(good, 'bounce')} will no longer say so.`}
        </p>
      )}
    </>
  )
}

function Side({ judgement: { category, type }, withType }: { judgement: Judgement; withType: boolean }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <CategoryLabel category={category} />
      {withType && type && <span className="text-muted">{type}</span>}
    </span>
  )
}

const sum = (changes: readonly ShownChange[]): number => changes.reduce((all, { count }) => all + count, 0)

const isBad = ({ category, type }: Judgement): boolean =>
  type === 'hard' && categoryById(category)?.disposition === 'suppress'
