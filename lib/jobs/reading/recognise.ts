import { findCause } from '@/lib/bounce/classify'
import { OwnDecisions, type OwnRules } from '@/lib/bounce/own-rules'
import { maskTemplate, TEMPLATE_VERSION } from '@/lib/bounce/template'
import { typeUnder } from '@/lib/bounce/type-under'
import type { SkipReason, SourceRow } from '@/lib/ingest/types'
import { digest } from './row-key'

/** What is stored of a reply besides its text. */
export interface Recognised {
  /** Set where the reply tells of no bounce. */
  skip: SkipReason | null
  category: string
  bounceType: 'hard' | 'soft' | ''
  confidence: number
  decidedBy: string
  templateId: string
  template: string
}

const REMEMBERED = 5_000

/** Recognises replies. What the workspace itself decided outranks recognition. */
export class Recogniser {
  private readonly own: OwnDecisions
  private readonly templateIds = new Map<string, string>()

  constructor(rules: OwnRules) {
    this.own = new OwnDecisions(rules)
  }

  /** `provider` is the recipient's. */
  recognise(row: SourceRow, provider: string): Recognised {
    const found = this.look(row)
    if (found.skip) return found
    const ruled = this.own.decide({
      templateId: found.templateId,
      template: found.template,
      smtpCode: row.smtpCode ?? '',
      enhancedCode: row.enhancedCode ?? '',
      provider,
      account: row.sendingAccount ?? '',
    })
    return ruled ? underRule(found, ruled, row) : found
  }

  private look(row: SourceRow): Recognised {
    const found = findCause({
      diagnostic: row.diagnostic,
      smtpCode: row.smtpCode ?? undefined,
      enhancedCode: row.enhancedCode ?? undefined,
      vendorClass: row.vendorClass ?? undefined,
    })
    const template = maskTemplate(row.diagnostic)
    return {
      skip: found.kind === 'bounce' ? null : found.kind,
      category: found.category ?? 'unclassified',
      bounceType: found.bounceType ?? '',
      confidence: found.confidence,
      decidedBy: `${found.layer}:${found.rule}`.slice(0, 200),
      templateId: this.idOf(template),
      template,
    }
  }

  private idOf(template: string): string {
    let id = this.templateIds.get(template)
    if (id === undefined) {
      id = digest(`template\0${TEMPLATE_VERSION}\0${template}`)
      if (this.templateIds.size >= REMEMBERED) this.templateIds.clear()
      this.templateIds.set(template, id)
    }
    return id
  }
}

function underRule(
  found: Recognised,
  { category, by }: { category: string; by: string },
  row: SourceRow,
): Recognised {
  const reply = {
    diagnostic: row.diagnostic,
    smtpCode: row.smtpCode ?? undefined,
    enhancedCode: row.enhancedCode ?? undefined,
  }
  const bounceType = typeUnder(category, reply)
  return { ...found, category, bounceType, confidence: 1, decidedBy: `workspace_rule:${by}` }
}
