import type { CategoryId } from '../categories'
import { RULES } from '../categories/rules'
import { NOTICE_RULES } from '../notices'
import type { Reply, Verdict } from '../types'
import { Classifier } from './classifier'
import { compile, type Told } from './compile'
import type { Finding } from './decide'

/** The whole rule base: the rules of every category and of the notices that are no bounces. */
export const RULE_BASE: readonly Told[] = [
  ...Object.entries(RULES).flatMap(([category, rules]) =>
    rules.map((rule): Told => ({ rule, kind: 'bounce', category: category as CategoryId })),
  ),
  ...NOTICE_RULES.map((rule): Told => ({ rule, kind: rule.kind, category: null })),
]

let classifier: Classifier | undefined

/**
 * Tells what a server's reply means: one of the categories, `unclassified`, or a notice that is no bounce. Words decide first, then
 * the model for wording that no rule knows, the enhanced code, the reply code and the provider's own class. Pure, total, and linear in the length of the text.
 */
export function classify(reply: Reply): Verdict<CategoryId> {
  classifier ??= new Classifier(compile(RULE_BASE), { remembers: true })
  return classifier.classify(reply)
}

/** The same without the place in the text, for many replies: equal findings are mostly one object. */
export function findCause(reply: Reply): Readonly<Finding> {
  classifier ??= new Classifier(compile(RULE_BASE), { remembers: true })
  return classifier.find(reply)
}
