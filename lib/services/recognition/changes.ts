/** Bounces by `category:type>category:type`, from what to what. */
export type Changes = Readonly<Record<string, number>>

export interface Judgement {
  category: string
  type: string
}

export interface Change {
  from: Judgement
  to: Judgement
  count: number
}

const written = ({ category, type }: Judgement): string => `${category}:${type}`

/** The changes with one more bounce of each. */
export function addChanges(changes: Changes, more: readonly { from: Judgement; to: Judgement }[]): Changes {
  const sum: Record<string, number> = { ...changes }
  for (const { from, to } of more) {
    const key = `${written(from)}>${written(to)}`
    sum[key] = (sum[key] ?? 0) + 1
  }
  return sum
}

/** The changes as a list, most first. */
export function listChanges(changes: Changes): Change[] {
  const judgement = (text = ''): Judgement => {
    const [category = '', type = ''] = text.split(':')
    return { category, type }
  }
  return Object.entries(changes)
    .map(([key, count]) => {
      const [from, to] = key.split('>')
      return { from: judgement(from), to: judgement(to), count }
    })
    .toSorted((a, b) => b.count - a.count || (written(a.from) < written(b.from) ? -1 : 1))
}

/** Bounces that change. */
export function countChanges(changes: Changes): number {
  return Object.values(changes).reduce((sum, count) => sum + count, 0)
}
