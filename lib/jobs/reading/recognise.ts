import { classify } from '@/lib/bounce/classify'
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
/** Longer replies rarely come twice: they carry ids. */
const SHORT = 100

/** Recognises replies; the same reply again costs a look-up. What the workspace itself decided outranks recognition. */
export class Recogniser {
  private readonly own: OwnDecisions
  private readonly known = new Map<string, Recognised>()
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
    if (row.diagnostic.length > SHORT) return this.decide(row)
    const key = `${row.smtpCode ?? ''}\0${row.enhancedCode ?? ''}\0${row.vendorClass ?? ''}\0${row.diagnostic}`
    const before = this.known.get(key)
    if (before) return before
    const found = this.decide(row)
    if (this.known.size >= REMEMBERED) this.known.clear()
    this.known.set(key, found)
    return found
  }

  private decide(row: SourceRow): Recognised {
    const verdict = classify({
      diagnostic: row.diagnostic,
      ...(row.smtpCode === null ? {} : { smtpCode: row.smtpCode }),
      ...(row.enhancedCode === null ? {} : { enhancedCode: row.enhancedCode }),
      ...(row.vendorClass === null ? {} : { vendorClass: row.vendorClass }),
    })
    const template = maskTemplate(row.diagnostic)
    const templateId = this.idOf(template)
    return {
      skip: verdict.kind === 'bounce' ? null : verdict.kind,
      category: verdict.category ?? 'unclassified',
      bounceType: verdict.bounceType ?? '',
      confidence: verdict.confidence,
      decidedBy: `${verdict.evidence.layer}:${verdict.evidence.rule}`.slice(0, 200),
      templateId,
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
