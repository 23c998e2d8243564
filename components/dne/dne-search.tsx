'use client'

import { SearchBox } from '@/components/data/search-box'
import { useDneUrl } from './use-dne-url'

/** Searches the list for an address, a part of it, a domain. */
export function DneSearch() {
  const [{ q }, change] = useDneUrl()
  return (
    <SearchBox
      label="Search an address, a part of it, or a domain"
      placeholder="Address, part of it, or @domain"
      asked={q ?? ''}
      onAsk={(words) => void change({ q: words })}
    />
  )
}
