import { createLoader, parseAsArrayOf, parseAsString, type inferParserType } from 'nuqs/server'

const list = parseAsArrayOf(parseAsString)

/** The one schema of the URL's state: every page, chip and link reads and writes these names. */
export const filterParsers = {
  from: parseAsString,
  to: parseAsString,
  range: parseAsString,
  account: list,
  category: list,
  family: list,
  provider: list,
  campaign: list,
  type: list,
  reply: parseAsString,
  import: parseAsString,
  unverified: parseAsString,
  q: parseAsString,
  sort: parseAsString,
  cursor: parseAsString,
}

export type UrlState = inferParserType<typeof filterParsers>

/** Reads the URL's state from a page's `searchParams`; hand the result to `filterOf`. */
export const loadUrlState = createLoader(filterParsers)
