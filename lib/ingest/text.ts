import { withoutFormulaPrefix } from './formula'

// oxlint-disable no-control-regex -- control characters are what this file removes
const UNCLEAN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/
const ANSI =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]{0,500}(?:\u0007|\u001b\\)|\u001b[ -/]*[0-~]/g
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const DIRECTION = /[\u202a-\u202e\u2066-\u2069\ufeff]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text without ANSI escapes and control characters (tab and line feed stay), line ends as `\n`, lone surrogates replaced. */
function withoutControls(text: string): string {
  return text
    .replace(ANSI, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATE, '\ufffd')
}

/** A cell that holds words: no controls, no direction overrides, trimmed, our export's formula prefix removed. */
export function cleanText(cell: string): string {
  if (cell === '') return cell
  const text = UNCLEAN.test(cell) ? withoutControls(cell).replace(DIRECTION, '').trim() : cell.trim()
  return text.charCodeAt(0) === 39 ? withoutFormulaPrefix(text) : text
}

/** A cell that holds an address: as `cleanText`, but invisible characters stay, for the address parser to judge. */
export function cleanAddress(cell: string): string {
  const text = UNCLEAN.test(cell) ? withoutControls(cell).trim() : cell.trim()
  return text.charCodeAt(0) === 39 ? withoutFormulaPrefix(text) : text
}

/** A cell known to be printable ASCII: only trimmed and unprefixed. */
export function plainText(cell: string): string {
  const text = cell.trim()
  if (text.charCodeAt(0) === 39) return withoutFormulaPrefix(text)
  return text
}

/** Whether a refused record is no text at all: a picture or an archive that got between the rows. */
export function isBinary(text: string): boolean {
  const start = text.slice(0, 1000)
  const odd = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  return odd > 8 && odd > start.length * 0.2
}

/** `text` cut to `limit` UTF-16 units without leaving half a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit)
}
