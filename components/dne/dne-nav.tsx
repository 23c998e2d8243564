import Link from 'next/link'
import { formatCount } from '@/lib/format'

const PAGES = [
  { id: 'list', label: 'List', path: '' },
  { id: 'suggestions', label: 'Suggestions', path: '/suggestions' },
  { id: 'check', label: 'Check a list', path: '/check' },
  { id: 'policy', label: 'Policy', path: '/policy' },
  { id: 'rollback', label: 'Roll back', path: '/rollback' },
] as const

export type DnePage = (typeof PAGES)[number]['id'] | 'add'

interface Props {
  slug: string
  current: DnePage
  /** Suggestions that wait. */
  waiting?: number
}

/** The pages of the Do Not Email list, below its title. */
export function DneNav({ slug, current, waiting = 0 }: Props) {
  return (
    <nav aria-label="Do Not Email" className="border-b border-border">
      <ul className="-mb-px flex flex-wrap gap-x-4">
        {PAGES.map((page) => (
          <li key={page.id}>
            <Link
              href={`/w/${slug}/dne${page.path}`}
              prefetch={false}
              aria-current={page.id === current ? 'page' : undefined}
              className="flex h-9 items-center gap-1.5 border-b-2 border-transparent text-13 font-medium text-muted hover:text-text aria-[current]:border-text aria-[current]:text-text"
            >
              {page.label}
              {page.id === 'suggestions' && waiting > 0 && (
                <span className="font-normal">
                  {formatCount(waiting)}
                  <span className="sr-only"> waiting</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
