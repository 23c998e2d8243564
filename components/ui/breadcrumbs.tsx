import Link from 'next/link'
import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'

/** Where this page stands; the last entry is the page itself. */
export function Breadcrumbs({ items }: { items: readonly { label: string; href?: string }[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="text-13 text-muted">
      <ol className="flex flex-wrap items-center gap-2">
        {items.map((item, i) => (
          <Fragment key={item.label}>
            {i > 0 && (
              <li aria-hidden>
                <ChevronRight className="size-3.5" strokeWidth={1.5} />
              </li>
            )}
            <li className="min-w-0 truncate">
              {item.href ? (
                <Link href={item.href} className="hover-line hover:text-text">
                  {item.label}
                </Link>
              ) : (
                <span aria-current="page">{item.label}</span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
