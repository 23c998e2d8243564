import { CategoryLabel } from '@/components/data/category-label'
import { Cell, DataTable, RowHead, TableScroll } from '@/components/data/data-table'
import { formatCount } from '@/lib/format'
import type { PolicyPreview } from '@/lib/services/dne/preview-policy'

/** What a policy would have done, in all and by category. */
export function Preview({ preview }: { preview: PolicyPreview }) {
  const { listed, suggested, held, categories } = preview
  return (
    <div className="grid gap-3" aria-live="polite">
      <dl className="grid grid-cols-3 gap-4 text-13">
        <Figure term="Listed for good" value={listed} />
        <Figure term="Suggested" value={suggested} />
        <Figure term="Put to rest" value={held} />
      </dl>
      {categories.length === 0 ? (
        <p className="text-13 text-muted">There were no bounces in the last 30 days.</p>
      ) : (
        <TableScroll label="By category">
          <DataTable
            caption="What the policy would have done, by category"
            className="min-w-[560px]"
            columns={[
              { id: 'category', label: 'Category' },
              { id: 'bounces', label: 'Bounces', width: 90, align: 'right' },
              { id: 'listed', label: 'Listed', width: 90, align: 'right' },
              { id: 'suggested', label: 'Suggested', width: 90, align: 'right' },
              { id: 'held', label: 'At rest', width: 90, align: 'right' },
            ]}
          >
            {categories.map((row) => (
              <tr key={row.category}>
                <RowHead>
                  <CategoryLabel category={row.category} short />
                </RowHead>
                {[row.bounces, row.listed, row.suggested, row.held].map((n, i) => (
                  <Cell key={i} num className={n === 0 ? 'text-muted' : ''}>
                    {formatCount(n)}
                  </Cell>
                ))}
              </tr>
            ))}
          </DataTable>
        </TableScroll>
      )}
    </div>
  )
}

function Figure({ term, value }: { term: string; value: number }) {
  return (
    <div>
      <dt className="text-12 text-muted">{term}</dt>
      <dd className="text-24 font-semibold">{formatCount(value)}</dd>
    </div>
  )
}
