'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId, useState } from 'react'
import { CategoryLabel } from '@/components/data/category-label'
import { cn } from '@/components/ui/cn'
import { SearchInput } from '@/components/ui/input'
import { categoriesOf, FAMILIES } from '@/lib/bounce/families'
import { formatCount, plural } from '@/lib/format'
import { MarkedText } from './marked-text'
import { searchGuide, wordSpans } from './search'

interface Props {
  /** `/w/acme/guide`. */
  base: string
  /** Bounces of the last 30 days by category id. */
  counts: Readonly<Record<string, number>>
}

const entry = 'flex items-center gap-2 rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-text'
const here = 'aria-[current=page]:bg-neutral aria-[current=page]:font-medium aria-[current=page]:text-text'

/** The guide's list of categories by family, each with its count, and the search over all texts. */
export function GuideToc({ base, counts }: Props) {
  const [query, setQuery] = useState('')
  const id = useId()
  return (
    <nav aria-label="Guide" data-print="hide" className="text-13">
      <label htmlFor={id} className="sr-only">
        Search the guide
      </label>
      <SearchInput
        id={id}
        placeholder="Search the guide"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
      />
      {query.trim() ? <Hits base={base} query={query} /> : <ByFamily base={base} counts={counts} />}
    </nav>
  )
}

function ByFamily({ base, counts }: Props) {
  const path = usePathname()
  return FAMILIES.filter((family) => family.id !== 'unclassified').map((family) => (
    <div key={family.id} className="max-lg:hidden">
      <p id={`toc-${family.id}`} className="mx-2 mt-3 mb-1 text-12 font-medium text-muted">
        {family.name}
      </p>
      <ul aria-labelledby={`toc-${family.id}`}>
        {categoriesOf(family.id).map((category) => (
          <li key={category.id}>
            <Link
              href={`${base}/${category.id}`}
              aria-current={path === `${base}/${category.id}` ? 'page' : undefined}
              className={cn(entry, here)}
            >
              <CategoryLabel category={category.id} short className="flex-1" />
              <span className="font-normal">
                {formatCount(counts[category.id] ?? 0)}
                <span className="sr-only"> bounces in the last 30 days</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}

function Hits({ base, query }: { base: string; query: string }) {
  const hits = searchGuide(query)
  return (
    <div className="mt-3">
      <p role="status" className="mx-2 mb-1 text-12 font-medium text-muted">
        {hits.length === 0 ? 'Nothing in the guide says that' : plural(hits.length, 'category', 'categories')}
      </p>
      <ul>
        {hits.map(({ category, snippet }) => (
          <li key={category.id}>
            <Link href={`${base}/${category.id}`} className={cn(entry, 'flex-col items-stretch gap-0.5')}>
              <CategoryLabel category={category.id} short className="font-medium text-text" />
              <span className="pl-[15px] text-12 wrap-anywhere">
                <MarkedText text={snippet} spans={wordSpans(snippet, query)} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
