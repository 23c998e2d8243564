import Link from 'next/link'
import { FamilyMark } from '@/components/data/category-label'
import { FamilyMixBar } from '@/components/data/family-mix-bar'
import type { CategoryCount } from '@/db/queries/bounces/count-bounces'
import type { FamilyCounts } from '@/lib/analytics/cells'
import { filterQuery, type BounceFilter } from '@/lib/analytics/filter'
import { FAMILIES, familyOf } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'
import { sum } from '../list'

/** `273 of 6,136`, or one number where nothing narrows the list. */
export async function TitleCount({
  counts,
  total,
}: {
  counts: Promise<CategoryCount[]>
  total: Promise<number>
}) {
  const [found, all] = [sum(await counts), await total]
  return <>{found === all ? formatCount(all) : `${formatCount(found)} of ${formatCount(all)}`}</>
}

/** `51–100 of 273`. */
export async function Position({
  counts,
  offset,
  shown,
}: {
  counts: Promise<CategoryCount[]>
  offset: number
  shown: number
}) {
  const all = sum(await counts)
  if (all === 0) return null
  return (
    <>
      {formatCount(offset + 1)}–{formatCount(offset + shown)} of {formatCount(all)}
    </>
  )
}

/** A place in the list, `2 of 273`. */
export async function Place({ counts, at }: { counts: Promise<CategoryCount[]>; at: number }) {
  return (
    <>
      {formatCount(at)} of {formatCount(sum(await counts))}
    </>
  )
}

interface MixProps {
  counts: Promise<CategoryCount[]>
  filter: BounceFilter
  today: string
  base: string
}

/** How the bounces of the list split into families; each narrows the list to itself. */
export async function FamilyMix({ counts, filter, today, base }: MixProps) {
  const mix: FamilyCounts = { recipient: 0, sender: 0, content: 0, limits: 0, server: 0, unclassified: 0 }
  for (const { category, count } of await counts) mix[familyOf(category)] += count
  const present = FAMILIES.filter((family) => mix[family.id] > 0)
  if (present.length === 0) return null
  return (
    <div>
      <FamilyMixBar counts={mix} />
      <ul aria-label="Families" className="mt-1 flex flex-wrap gap-x-4 text-12 text-muted">
        {present.map((family) => (
          <li key={family.id}>
            <Link
              href={`${base}?${filterQuery({ ...filter, families: [family.id] }, today)}`}
              className="hover-line inline-flex min-h-6 items-center gap-1.5"
            >
              <FamilyMark family={family.id} />
              {family.name} <b className="font-semibold text-text">{formatCount(mix[family.id])}</b>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
