/** An address of rows, narrowed by one more part of the query. */
export function narrowed(href: string, key: 'family' | 'category', value: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${key}=${value}`
}
