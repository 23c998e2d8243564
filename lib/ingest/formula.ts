/** Quotes, then spaces, then what a spreadsheet would run as a formula, half or full width. */
const FORMULA = /^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/

/** Text for a cell of an exported table: what a spreadsheet would run as a formula gets a leading `'`. */
export function formulaSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The exact inverse of `formulaSafe`, so that our own exports come back unchanged; anything else stays as it is. */
export function withoutFormulaPrefix(text: string): string {
  return text.charCodeAt(0) === 39 && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
