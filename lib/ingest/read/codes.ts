const REPLY = /^(?:smtp[;: ]*)?([2-5]\d\d)(?:\.0+)?(?![\d.])/i
const ENHANCED = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/

const PLAIN_REPLY = /^(?:[2-5]\d\d)?$/
const PLAIN_ENHANCED = /^(?:[245]\.\d{1,3}\.\d{1,3})?$/

export interface Codes {
  smtpCode: string | null
  enhancedCode: string | null
}

const NONE: Codes = { smtpCode: null, enhancedCode: null }
const known = new Map<string, Codes>()

/** The two codes of a record, whichever of its two cells they stand in (`550`, `550.0`, `550 5.1.1`, `5.1.1 (bad mailbox)`). */
export function readCodes(smtp: string, enhanced: string): Codes {
  if (smtp === '' && enhanced === '') return NONE
  if (PLAIN_REPLY.test(smtp) && PLAIN_ENHANCED.test(enhanced)) {
    return { smtpCode: smtp || null, enhancedCode: enhanced || null }
  }
  const key = `${smtp}\u001f${enhanced}`
  let codes = known.get(key)
  if (!codes) {
    const [first, second] = [smtp.trim().slice(0, 200), enhanced.trim().slice(0, 200)]
    codes = {
      smtpCode: (REPLY.exec(first) ?? REPLY.exec(second))?.[1] ?? null,
      enhancedCode: (ENHANCED.exec(second) ?? ENHANCED.exec(first))?.[1] ?? null,
    }
    if (known.size > 1000) known.clear()
    if (key.length < 500) known.set(key, codes)
  }
  return codes
}
