import { firstCodes } from './codes'

/** A workspace's rule on the words of replies; '' stands for any code, provider or account. */
export interface WordingRule {
  id: string
  words: string
  /** A reply code (`550`) or an enhanced code (`5.7.1`). */
  code: string
  provider: string
  account: string
  category: string
}

/** What the people of a workspace decided: categories by template, and enabled rules on words, in their order. */
export interface OwnRules {
  templates: [templateId: string, category: string][]
  wording: WordingRule[]
}

/** A reply as rules see it: its template and what came with it. */
export interface RuledReply {
  templateId: string
  template: string
  smtpCode: string
  enhancedCode: string
  provider: string
  account: string
}

/** Text as rules compare it: small letters without accents, one space between words. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a template says these words. */
export function saysWords(template: string, words: string): boolean {
  const wanted = foldText(words)
  return wanted !== '' && foldText(template).includes(wanted)
}

/** Whether a reply has this code, in its own field or, where that is empty, in its text. */
export function hasCode(
  code: string,
  reply: Pick<RuledReply, 'template' | 'smtpCode' | 'enhancedCode'>,
): boolean {
  if (code === '') return true
  const told = firstCodes(reply.template)
  return code === (code.includes('.') ? reply.enhancedCode || told.enhanced : reply.smtpCode || told.reply)
}

const REMEMBERED = 5_000

/** Tells what the workspace itself decided on replies: a decision for the template first, then the first rule that applies. */
export class OwnDecisions {
  private readonly byTemplate: ReadonlyMap<string, string>
  private readonly wording: readonly WordingRule[]
  private readonly saying = new Map<string, readonly WordingRule[]>()

  constructor(rules: OwnRules) {
    this.byTemplate = new Map(rules.templates)
    this.wording = rules.wording
  }

  /** The category and the id of what decided, or null where recognition is left to decide. */
  decide(reply: RuledReply): { category: string; by: string } | null {
    const decided = this.byTemplate.get(reply.templateId)
    if (decided !== undefined) return { category: decided, by: reply.templateId }
    if (this.wording.length === 0) return null
    const rule = this.rulesSaying(reply).find(
      (each) =>
        (each.provider === '' || each.provider === reply.provider) &&
        (each.account === '' || each.account === reply.account) &&
        hasCode(each.code, reply),
    )
    return rule ? { category: rule.category, by: rule.id } : null
  }

  private rulesSaying({ templateId, template }: RuledReply): readonly WordingRule[] {
    let rules = this.saying.get(templateId)
    if (rules === undefined) {
      rules = this.wording.filter((rule) => saysWords(template, rule.words))
      if (this.saying.size >= REMEMBERED) this.saying.clear()
      this.saying.set(templateId, rules)
    }
    return rules
  }
}
