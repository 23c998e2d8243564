/** A code as one number, so that it is compared without a string: 0 for none. */
export type Packed = number

const DETAIL = 1000
const SIZE = 4
const REPLIES = 1000
const ENHANCED_KEPT = 512

const replyTexts: string[] = Array.from({ length: REPLIES }, (_, code) => (code === 0 ? '' : String(code)))
const enhancedTexts = new Map<Packed, string>([[0, '']])

/** `class.subject.detail` with the digits that subject and detail are written with: `5.1.01` is not `5.1.1`. */
export function packEnhanced(
  level: number,
  subject: number,
  subjectSize: number,
  detail: number,
  detailSize: number,
): Packed {
  return (((level * SIZE + subjectSize) * DETAIL + subject) * SIZE + detailSize) * DETAIL + detail
}

/** The reply code of a number. */
export function replyText(packed: Packed): string {
  return replyTexts[packed]!
}

/** The enhanced code of a number. */
export function enhancedText(packed: Packed): string {
  const known = enhancedTexts.get(packed)
  if (known !== undefined) return known
  const detail = packed % DETAIL
  const detailSize = Math.floor(packed / DETAIL) % SIZE
  const subject = Math.floor(packed / (DETAIL * SIZE)) % DETAIL
  const subjectSize = Math.floor(packed / (DETAIL * SIZE * DETAIL)) % SIZE
  const level = Math.floor(packed / (DETAIL * SIZE * DETAIL * SIZE))
  const text = `${level}.${String(subject).padStart(subjectSize, '0')}.${String(detail).padStart(detailSize, '0')}`
  if (enhancedTexts.size < ENHANCED_KEPT) enhancedTexts.set(packed, text)
  return text
}
