/** Columns a person may add to the table, in their order; the choice is kept in a cookie so that the server draws it. */
export const EXTRA_COLUMNS = [
  { id: 'account', label: 'Account' },
  { id: 'campaign', label: 'Campaign' },
  { id: 'provider', label: 'Provider' },
  { id: 'reply', label: 'Reply' },
] as const
export type ExtraColumn = (typeof EXTRA_COLUMNS)[number]['id']

export const COLUMNS_COOKIE = 'bounce_columns'

const AT_FIRST: ExtraColumn[] = ['account']

/** Reads the choice from the cookie's text; what is not a column is left out. */
export function parseColumns(text: string | undefined): ExtraColumn[] {
  if (text === undefined) return AT_FIRST
  const chosen = new Set(text?.split('.'))
  return EXTRA_COLUMNS.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
}

/** Keeps the choice for a year. */
export function keepColumns(columns: readonly ExtraColumn[]): void {
  document.cookie = `${COLUMNS_COOKIE}=${columns.join('.')}; path=/; max-age=31536000; samesite=lax`
}
