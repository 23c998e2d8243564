import type { SuggestionFilter } from '@/db/queries/dne/list-suggestions'
import { categoryById } from '@/lib/bounce/categories'
import { KINDS } from './_components/kinds'

type Raw = Record<string, string | string[] | undefined>

/** Which suggestions the URL asks for; what is none of ours is left out. */
export function filterOf(raw: Raw): SuggestionFilter {
  const kind = KINDS.find((each) => each === raw.kind)
  const category = typeof raw.category === 'string' && categoryById(raw.category) ? raw.category : null
  const provider =
    typeof raw.provider === 'string' && /^[a-z0-9_]{1,40}$/.test(raw.provider) ? raw.provider : null
  return { ...(kind ? { kind } : {}), ...(category ? { category } : {}), ...(provider ? { provider } : {}) }
}

/** The same as the query of an address. */
export function queryOf(filter: SuggestionFilter): string {
  return new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)])).toString()
}
