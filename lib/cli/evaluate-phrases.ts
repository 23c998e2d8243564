import { RULE_BASE } from '@/lib/bounce/classify'
import { Classifier } from '@/lib/bounce/classify/classifier'
import { compile, type Told } from '@/lib/bounce/classify/compile'
import { judgeBy, type LineRow } from './evaluate-lines'

/** Every phrase as a rule of its own, so that each can be left out by itself. */
const PHRASES: readonly Told[] = RULE_BASE.flatMap((told) =>
  told.rule.says.map((phrase, n) => ({
    ...told,
    rule: { ...told.rule, id: `${told.rule.id}#${n}`, says: [phrase] },
  })),
)

type Source = (row: LineRow) => string

/**
 * For each source the rule base without the phrases that decide replies of this source and of no other: what could have been
 * written only for it.
 */
export function phrasesOfOthers(rows: readonly LineRow[], sourceOf: Source): Map<string, readonly Told[]> {
  const whole = new Classifier(compile(PHRASES), { remembers: false })
  const users = new Map<string, Set<string>>()
  for (const row of rows) {
    const { layer, decidedBy } = judgeBy(whole, row)
    if (layer === 'words') users.set(decidedBy, (users.get(decidedBy) ?? new Set()).add(sourceOf(row)))
  }
  return new Map(
    [...new Set(rows.map(sourceOf))].map((source) => [
      source,
      PHRASES.filter(({ rule }) => {
        const own = users.get(rule.id)
        return own === undefined || own.size > 1 || !own.has(source)
      }),
    ]),
  )
}
