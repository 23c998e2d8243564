import { RULE_BASE } from '@/lib/bounce/classify'

interface Ruled {
  says: RegExp
  unless: RegExp | null
  with: RegExp[]
  weight: number
}

/** The rules' little language as one regular expression. */
function expressionOf(patterns: readonly string[]): RegExp {
  const choices = patterns.map((pattern) =>
    pattern
      .replace(/[.+?^$()[\]\\]/g, (sign) => (sign === '.' ? '.' : `\\${sign}`))
      .replace(/ \.\.\. /g, '(?:\\W+\\w+){0,24}?\\W+')
      .replace(/ \.\. /g, '(?:\\W+\\w+){0,8}?\\W+')
      .replace(/\*/g, '\\w*')
      .replace(/\{/g, '(?:')
      .replace(/\}/g, ')')
      .replace(/ /g, '\\W*'),
  )
  return new RegExp(`(?<!\\w)(?:${choices.join('|')})(?!\\w)`, 'iu')
}

/** The same rules as a plain loop of regular expressions: the strongest that holds. */
export function expressionLoop(): (text: string) => number {
  const rules = RULE_BASE.map(({ rule }): Ruled => ({
    says: expressionOf(rule.says),
    unless: rule.unless ? expressionOf(rule.unless) : null,
    with: (rule.with ?? []).map(expressionOf),
    weight: rule.weight ?? 60,
  }))
  return (text) => {
    let best = 0
    for (const { says, unless, with: also, weight } of rules) {
      if (!says.test(text) || unless?.test(text) || !also.every((each) => each.test(text))) continue
      best = Math.max(best, weight)
    }
    return best
  }
}
