import { CategoryLabel } from '@/components/data/category-label'
import { DispositionLabel } from '@/components/data/disposition-label'
import { categoryById } from '@/lib/bounce/categories'

const SHOWN = ['blacklisted', 'mailbox_full', 'sending_limit', 'invalid_recipient']

/** Replies as servers write them, and what Rebound makes of them: the product in four lines. */
export function Examples() {
  const categories = SHOWN.flatMap((id) => categoryById(id) ?? [])
  return (
    <aside
      aria-label="What Rebound does"
      className="hidden flex-col justify-center gap-6 border-l border-border bg-surface px-12 py-10 lg:flex xl:px-20"
    >
      <div className="grid max-w-120 gap-1">
        <p className="text-20 font-semibold">Servers say it in code. You read what to do.</p>
        <p className="text-14 text-muted">
          Drop a bounce file: every reply gets its cause, and each cause its fix.
        </p>
      </div>
      <ul className="grid max-w-120 gap-3">
        {categories.map((category) => (
          <li key={category.id} className="overflow-hidden rounded-lg border border-border bg-canvas">
            <code className="block border-b border-border bg-surface px-4 py-2 font-mono text-12 text-muted">
              {category.examples[0]}
            </code>
            <div className="flex items-center justify-between gap-3 px-4 pt-2.5 text-13 font-medium">
              <CategoryLabel category={category.id} />
              <DispositionLabel disposition={category.disposition} />
            </div>
            <p className="px-4 pt-0.5 pb-3 text-13 text-muted">{category.meaning}</p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
