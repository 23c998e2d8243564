import Link from 'next/link'
import { categoryName } from '@/components/data/category-label'
import type { SuggestionFilter, SuggestionGroup } from '@/db/queries/dne/list-suggestions'
import { providerName } from '@/lib/bounce/provider'
import { formatCount } from '@/lib/format'
import { queryOf } from '../filter'
import { KIND_WORDS } from './kinds'

interface Props {
  base: string
  groups: readonly SuggestionGroup[]
  filter: SuggestionFilter
  total: number
}

/** The suggestions by kind and cause, each a link that shows only those. */
export function Groups({ base, groups, filter, total }: Props) {
  const shown = merged(groups)
  if (shown.length < 2) return null
  const here = queryOf(filter)
  return (
    <nav aria-label="Kinds of suggestions" className="flex flex-wrap gap-2">
      <GroupLink href={base} current={here === ''} label="All" count={total} />
      {shown.map(({ filter: own, label, count }) => {
        const query = queryOf(own)
        return (
          <GroupLink
            key={query}
            href={`${base}?${query}`}
            current={here === query}
            label={label}
            count={count}
          />
        )
      })}
    </nav>
  )
}

interface LinkProps {
  href: string
  current: boolean
  label: string
  count: number
}

function GroupLink({ href, current, label, count }: LinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'true' : undefined}
      className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-md border border-border-control px-2 text-13 text-muted hover:bg-hover aria-[current]:border-text aria-[current]:font-medium aria-[current]:text-text"
    >
      <span className="truncate">{label}</span>
      <span className="font-medium text-text">{formatCount(count)}</span>
    </Link>
  )
}

function groupOf(
  kind: SuggestionGroup['kind'],
  category: string,
  provider: string,
): { filter: SuggestionFilter; label: string } {
  const { short } = KIND_WORDS[kind]
  if (kind === 'outage') return { filter: { kind, provider }, label: `${short}: ${providerName(provider)}` }
  if (category === '') return { filter: { kind }, label: short }
  const cause = kind === 'repeated' ? categoryName(category) : `${short}: ${categoryName(category, true)}`
  return { filter: { kind, category }, label: cause }
}

/** Bursts by provider, complaints together, all else by cause. */
function merged(groups: readonly SuggestionGroup[]) {
  const out = new Map<string, { filter: SuggestionFilter; label: string; count: number }>()
  for (const { category, kind, provider, count } of groups) {
    const { filter, label } = groupOf(kind, category, provider)
    const known = out.get(label)
    if (known) known.count += count
    else out.set(label, { filter, label, count })
  }
  return [...out.values()].toSorted((a, b) => b.count - a.count)
}
