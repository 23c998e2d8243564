import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { DispositionLabel } from '@/components/data/disposition-label'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { categoryById } from '@/lib/bounce/categories'
import { plural } from '@/lib/format'
import type { CardProps } from './props'

/** What to do first: the causes that keep most contacts from this account, and the way to their fix. */
export async function FixesCard({ view, figures }: CardProps) {
  const fixes = await figures.fixes
  if (fixes.length === 0) {
    return (
      <Card title="What to fix first">
        <p className="text-13 text-muted">
          Nothing to fix in this time: no contact bounced for a cause that can be undone.
        </p>
      </Card>
    )
  }
  return (
    <Card
      title="What to fix first"
      description="In order of the contacts you would reach again. Contacts whose address turned out bad are not counted."
      padded={false}
    >
      <ol>
        {fixes.map(({ category: id, contacts, bounces }, i) => {
          const category = categoryById(id)
          if (!category) return null
          return (
            <li
              key={id}
              className="grid grid-cols-[24px_minmax(0,1fr)] items-start gap-x-3 gap-y-2 border-t border-border px-4 py-3 first:border-t-0 sm:grid-cols-[24px_minmax(0,1fr)_auto]"
            >
              <span
                aria-hidden
                className="grid size-6 place-items-center rounded-full border border-border-strong text-12 font-medium"
              >
                {i + 1}
              </span>
              <div className="min-w-0">
                <h3 className="flex flex-wrap items-center gap-x-3 text-14 font-semibold">
                  <CategoryLabel category={id} />
                  <DispositionLabel disposition={category.disposition} />
                </h3>
                <p className="mt-0.5 text-13 text-muted">
                  <Link
                    href={view.rows({ categories: [id] })}
                    prefetch={false}
                    className="font-medium text-text hover-line"
                  >
                    {plural(contacts, 'contact')}
                  </Link>{' '}
                  {contacts === 1 ? 'waits' : 'wait'} behind {plural(bounces, 'bounce')}. First step:{' '}
                  {lowerFirst(category.steps[0]?.title ?? '')}.
                </p>
              </div>
              <div className="flex gap-2 max-sm:col-start-2">
                <ButtonLink href={`${view.base}/guide/${id}`} variant={i === 0 ? 'primary' : 'default'}>
                  See the fix
                </ButtonLink>
                <ButtonLink href={view.rows({ categories: [id] })}>Rows</ButtonLink>
              </div>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
