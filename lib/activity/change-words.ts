/** Before and after of a row's details in words, `role: viewer → admin`; empty where it holds none. */
export function changeWords(details: Record<string, unknown>): string[] {
  const { from, to } = details
  if (typeof from === 'string' && typeof to === 'string') return [`${from} → ${to}`]
  if (!isFields(from) || !isFields(to)) return []
  return Object.keys(to)
    .filter((key) => from[key] !== to[key])
    .map((key) => `${words(key)}: ${shown(from[key])} → ${shown(to[key])}`)
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const words = (key: string) => key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
