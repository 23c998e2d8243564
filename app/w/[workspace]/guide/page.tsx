import type { Metadata } from 'next'
import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { DispositionLabel } from '@/components/data/disposition-label'
import { PageHeader } from '@/components/ui/page-header'
import { requireMember } from '@/lib/auth'
import { categoriesOf, FAMILIES } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'
import { categoryCounts } from './figures'

export const metadata: Metadata = { title: 'Guide' }

export default async function GuidePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params
  const { ctx } = await requireMember(workspace)
  const counts = await categoryCounts(ctx)
  return (
    <div className="min-w-0 lg:row-span-2">
      <PageHeader
        title="Guide"
        description="Why mail bounces, and what to do about each cause. Figures are yours, of the last 30 days."
      />
      {FAMILIES.filter((family) => family.id !== 'unclassified').map((family) => (
        <section key={family.id} aria-labelledby={`family-${family.id}`} className="mt-6">
          <h2 id={`family-${family.id}`} className="mb-1 text-13 font-semibold text-muted">
            {family.name}
          </h2>
          <ul className="divide-y divide-border rounded-lg border border-border">
            {categoriesOf(family.id).map((category) => (
              <li key={category.id}>
                <Link
                  href={`/w/${workspace}/guide/${category.id}`}
                  className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-hover"
                >
                  <CategoryLabel
                    category={category.id}
                    className="font-medium [&>:last-child]:whitespace-normal"
                  />
                  <span className="flex items-center gap-3 text-13">
                    <DispositionLabel disposition={category.disposition} />
                    <span className="min-w-10 text-right font-medium">
                      {formatCount(counts[category.id] ?? 0)}
                      <span className="sr-only"> bounces in the last 30 days</span>
                    </span>
                  </span>
                  <span className="col-span-2 pl-[15px] text-13 text-muted">{category.meaning}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
