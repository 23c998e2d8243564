'use client'

import { SearchBox } from '@/components/data/search-box'
import { useUrlState } from '@/components/data/use-url-state'

/** Searches bounces for an address, its beginning, a domain, or words of the reply. */
export function BounceSearch() {
  const [{ q }, change] = useUrlState()
  return (
    <SearchBox
      label="Search an address or words of the reply"
      placeholder="Address or words of the reply"
      asked={q ?? ''}
      onAsk={(words) => void change({ q: words })}
    />
  )
}
