import type { ISql } from 'postgres'
import { canonicalDomain, parseAddress } from '@/lib/bounce/address'
import { maskTemplate } from '@/lib/bounce/template'

/** What search words stand for in a workspace: any of the alternatives makes a bounce match. */
export interface Search {
  recipient: string | null
  /** Lower bound of an address prefix; the upper one follows from it. */
  prefix: string | null
  domain: string | null
  templates: string[]
  /** Words that the masked templates can't tell apart (an address, a number): looked for in the reply itself. */
  inReply: string[]
}

const TEMPLATE_LIMIT = 5_000
const NOTHING: Search = { recipient: null, prefix: null, domain: null, templates: [], inReply: [] }

/** Reads what a person typed: `anna@acme.io` (that address, else addresses that begin so), `@acme.io` (a domain), or an address prefix or words of the reply. */
export async function resolveSearch(sql: ISql, workspaceId: string, typed: string): Promise<Search> {
  const text = typed.trim().slice(0, 300)
  const lower = text.toLowerCase()
  if (/\s/.test(text)) return { ...NOTHING, ...(await templatesWith(sql, workspaceId, text)) }
  if (lower.startsWith('@') && lower.length > 1) return { ...NOTHING, domain: domainOf(lower.slice(1)) }
  if (lower.includes('@')) return addressSearch(sql, workspaceId, text, lower)
  const domain = lower.includes('.') ? domainOf(lower) : null
  return { ...NOTHING, prefix: lower, domain, ...(await templatesWith(sql, workspaceId, text)) }
}

/** Each alternative of a search as a search of its own. */
export function alternativesOf({ recipient, prefix, domain, templates, inReply }: Search): Search[] {
  const alone: Search[] = []
  if (recipient) alone.push({ ...NOTHING, recipient })
  if (prefix) alone.push({ ...NOTHING, prefix })
  if (domain) alone.push({ ...NOTHING, domain })
  if (templates.length > 0) alone.push({ ...NOTHING, templates, inReply })
  return alone
}

/** As it is stored: `müller.example` stands there in ASCII. */
function domainOf(typed: string): string {
  return canonicalDomain(typed) ?? typed
}

async function addressSearch(sql: ISql, workspaceId: string, text: string, lower: string): Promise<Search> {
  const parsed = parseAddress(text)
  if (!parsed.ok) return { ...NOTHING, prefix: lower }
  const known = await sql`
    select 1 from bounces where workspace_id = ${workspaceId} and recipient = ${parsed.address} limit 1`
  return known.length > 0 ? { ...NOTHING, recipient: parsed.address } : { ...NOTHING, prefix: lower }
}

async function templatesWith(sql: ISql, workspaceId: string, text: string) {
  const words = text.split(/\s+/).slice(0, 20)
  const masked = maskTemplate(text).split(/\s+/).slice(0, 20)
  const patterns = masked.filter(Boolean).map(containing)
  const rows = await sql<{ id: string }[]>`
    select id from templates
    where workspace_id = ${workspaceId} and text ilike all (${patterns}::text[])
    limit ${TEMPLATE_LIMIT}`
  const kept = new Set(masked)
  return {
    templates: rows.map((row) => row.id),
    inReply: words.filter((word) => !kept.has(word)).map(containing),
  }
}

function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, (char) => `\\${char}`)}%`
}
