import { parseAddress } from '@/lib/bounce/address'
import { parseHeaders, type Headers, first } from './headers'
import { addressesIn } from './layout'
import type { Entity, Failure, Reading, Report } from './types'

const ACTIONS: Record<string, Failure['action']> = {
  failed: 'failed',
  failure: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
}

/** Longer than any address in any encoding. */
const MAX_ADDRESS = 4096

/** `rfc822; <a@b>` or `utf-8; …` or a bare address (RFC 3464 2.3.2, RFC 6533), xtext decoded (RFC 3461 4). */
function typedAddress(given: string): string | null {
  const value = given.slice(0, MAX_ADDRESS)
  const bare = value
    .replace(/^\s*[\w-]+\s*;\s*/, '')
    .replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\x\{([0-9A-F]+)\}/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff)),
    )
  const raw = parseAddress(value.replace(/^\s*[\w-]+\s*;\s*/, ''))
  const decoded = bare === value ? raw : parseAddress(bare)
  const found = value.includes('\\x{') || !raw.ok ? decoded : raw
  return found.ok ? found.address : null
}

/** An address among other words, or inside of an X.400 name: `/RFC-822=k.vale(a)example.com/C=GB/`. */
function within(value: string): string | undefined {
  const x400 = /\/RFC-?822=([^/]+)/i.exec(value)?.[1]?.replace('(a)', '@')
  return addressesIn([x400 ?? value])[0]
}

const typed = (value: string): string => value.replace(/^\s*[a-z0-9-]+\s*;\s*/i, '').trim()

function failureOf(fields: Headers): Failure | null {
  const named = ['final-recipient', 'original-recipient', 'x-actual-recipient']
  const values = named.map((name) => first(fields, name))
  const [final] = [...values.map(typedAddress), ...values.map(within)].filter(Boolean)
  if (!final) return null
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(first(fields, 'status'))?.[0] ?? null
  const action = /^[a-z]+/.exec(first(fields, 'action').toLowerCase())?.[0] ?? ''
  const diagnostics = [
    ...(fields.get('diagnostic-code') ?? []),
    ...(fields.get('x-supplementary-info') ?? []),
    // `Status: 4.0.0 (host name lookup failure)`
    ...(/\((?!other or undefined)([^)]+ [^)]+)\)/i.exec(first(fields, 'status'))?.slice(1) ?? []),
  ]
  return {
    recipient: final,
    diagnostics: diagnostics.map(typed).filter((text) => text !== ''),
    whole: null,
    status,
    remoteMta: typed(first(fields, 'remote-mta')) || null,
    action: ACTIONS[action] ?? (status?.startsWith('2') ? 'delivered' : 'failed'),
  }
}

/** Fields that a gateway indented, which folds them into one. */
const INDENTED =
  /^[ \t]+(?=(?:reporting-mta|(?:final|original)-recipient|action|status|remote-mta|diagnostic-code)[ \t]*:)/gim

/** Blocks of fields parted by empty lines; a block without a recipient lends its fields to the one before (broken folds). */
function blocksOf(text: string): Headers[] {
  return text
    .replace(INDENTED, '')
    .split(/(?:\r?\n[ \t]*){2,}/)
    .flatMap((block) => block.split(/\n(?=final-recipient[ \t]*:)/i).reduce(oneRecipientEach, []))
    .map(parseHeaders)
    .filter((fields) => fields.size > 0)
}

/** Some reports leave out the empty line: what stands before the first recipient goes with it, every further one begins a block. */
function oneRecipientEach(blocks: string[], piece: string): string[] {
  const last = blocks.at(-1)
  if (last === undefined || /^final-recipient[ \t]*:/im.test(last)) blocks.push(piece)
  else blocks[blocks.length - 1] = `${last}\n${piece}`
  return blocks
}

function statusParts(parts: readonly Entity[]): string[] {
  const declared = parts.filter((part) =>
    /^message\/(global-)?delivery-status$|^text\/delivery-status$/.test(part.type),
  )
  const loose =
    declared.length > 0
      ? declared
      : parts.filter((part) => /^(text\/plain|application\/octet-stream)$/.test(part.type))
  return loose
    .map((part) => part.text.replace(/^>+ ?/gm, ''))
    .filter((text) => /^[ \t]*(final|original)-recipient[ \t]*:/im.test(text))
}

/** Delivery status notifications (RFC 3464, RFC 6533), also where the part is missing its type or stands in the text. */
export function readStatusReport(report: Report): Reading | null {
  const failures: Failure[] = []
  let reportingMta: string | null = null
  for (const text of statusParts(report.parts)) {
    for (const fields of blocksOf(text)) {
      reportingMta ??= typed(first(fields, 'reporting-mta')) || null
      const failure = failureOf(fields)
      if (failure) failures.push(failure)
      else addLateFields(failures.at(-1), fields)
    }
  }
  return failures.length > 0 ? { failures, reportingMta } : null
}

function addLateFields(failure: Failure | undefined, fields: Headers): void {
  const late = first(fields, 'diagnostic-code')
  if (failure && failure.diagnostics.length === 0 && late) failure.diagnostics.push(typed(late))
}
