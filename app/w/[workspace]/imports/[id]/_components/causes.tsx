import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { FamilyMixBar } from '@/components/data/family-mix-bar'
import type { FamilyCounts } from '@/lib/analytics/cells'
import { FAMILIES, familyOf } from '@/lib/bounce/families'
import { plural } from '@/lib/format'
import type { ImportCounts } from '@/lib/ingest/counts'
import { Line, Lines } from './heaps'

const SHOWN = 6

/** Counts of an import per family. */
function familyCounts(byCategory: ImportCounts['byCategory']): FamilyCounts {
  const counts = Object.fromEntries(FAMILIES.map((family) => [family.id, 0])) as FamilyCounts
  for (const [id, count] of Object.entries(byCategory)) counts[familyOf(id)] += count
  return counts
}

interface Props {
  byCategory: ImportCounts['byCategory']
  /** Shows every category, each linked to its rows: `/w/acme/bounces?import=…`. */
  rowsHref?: string
}

/** Why the bounces of an import bounced: a bar by family and the categories, most first. */
export function Causes({ byCategory, rowsHref }: Props) {
  if (Object.values(byCategory).every((count) => count === 0)) return null
  const ranked = Object.entries(byCategory)
    .filter(([id, count]) => id !== 'unclassified' && count > 0)
    .sort((a, b) => b[1] - a[1])
  const shown = rowsHref ? ranked : ranked.slice(0, SHOWN)
  const rest = ranked.slice(shown.length)
  const unclassified = byCategory['unclassified'] ?? 0
  return (
    <section aria-labelledby="causes">
      <h3 id="causes" className="mt-4 mb-1 text-13 font-semibold">
        Why they bounced
      </h3>
      <FamilyMixBar counts={familyCounts(byCategory)} />
      <Lines>
        {shown.map(([id, count]) => (
          <Line key={id} term={<Cause id={id} rowsHref={rowsHref} />} count={count} />
        ))}
        {rest.length > 0 && (
          <Line
            term={
              <span className="text-muted">{plural(rest.length, 'more category', 'more categories')}</span>
            }
            count={rest.reduce((sum, [, count]) => sum + count, 0)}
          />
        )}
        {unclassified > 0 && (
          <Line
            term={
              <>
                <Cause id="unclassified" rowsHref={rowsHref} />
                <small className="text-12 text-muted">waits for you</small>
              </>
            }
            count={unclassified}
          />
        )}
      </Lines>
    </section>
  )
}

function Cause({ id, rowsHref }: { id: string; rowsHref?: string }) {
  const label = <CategoryLabel category={id} />
  if (!rowsHref) return label
  return (
    <Link href={`${rowsHref}&category=${id}`} className="hover-line min-w-0">
      {label}
    </Link>
  )
}
