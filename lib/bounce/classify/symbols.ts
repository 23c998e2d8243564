/** The alphabet of normalised text: fewer than 64 symbols, so that the matcher's table stays small. */
export const SEPARATOR = 0
export const DOT = 37
const WIDE_HIGH = 38
const WIDE_MIDDLE = 44
const WIDE_LOW = 54
const WIDE_BASE = 10

/** Classes of ASCII characters beside letters (1–26) and digits (27–36). */
export const BREAK = 64
export const POINT = 65
export const JOIN = 66
export const AT = 67
export const SKIP = 68

export const CLASS = new Uint8Array(128).fill(BREAK)
for (let i = 0; i < 26; i++) CLASS[97 + i] = CLASS[65 + i] = 1 + i
for (let i = 0; i < 10; i++) CLASS[48 + i] = 27 + i
CLASS[0x2e] = POINT
CLASS[0x40] = AT
for (const char of '-_+') CLASS[char.charCodeAt(0)] = JOIN
for (const char of "'`") CLASS[char.charCodeAt(0)] = SKIP

const CYRILLIC: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'j', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ъ: 'q', ы: 'y', ь: 'q', э: 'e',
  ю: 'ju', я: 'ja', і: 'i', ї: 'i', є: 'e', ґ: 'g',
} // prettier-ignore
const LATIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}

const folds = new Map<number, Uint8Array>()
const wideIds = new Map<number, number>()

function lettersOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => CLASS[char.charCodeAt(0)] ?? SEPARATOR).filter(
    (symbol) => symbol > 0 && symbol < DOT,
  )
}

for (const [char, letters] of Object.entries({ ...CYRILLIC, ...LATIN })) {
  folds.set(char.charCodeAt(0), lettersOf(letters))
  folds.set(char.toUpperCase().charCodeAt(0), lettersOf(letters))
}
for (let code = 0xc0; code < 0x250; code++) {
  const letters = lettersOf(String.fromCharCode(code).normalize('NFD').toLowerCase().slice(0, 1))
  if (letters.length > 0 && !folds.has(code)) folds.set(code, letters)
}
folds.set('ẞ'.charCodeAt(0), lettersOf('ss'))

/** The Latin letters that stand for an accented or Cyrillic letter, or undefined. */
export function foldOf(code: number): Uint8Array | undefined {
  return folds.get(code)
}

/** Chinese, Japanese and Korean signs are written without spaces; the matcher knows those that patterns use. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af)
  )
}

/** Gives a sign a number, so that patterns with it can be matched. */
export function learnWide(code: number): void {
  if (isWide(code) && !wideIds.has(code)) wideIds.set(code, wideIds.size)
}

/** Writes the three symbols of a sign at `at`; a sign that no pattern uses ends whatever stood before. */
export function writeWide(code: number, symbols: Uint8Array, at: number): void {
  const id = wideIds.get(code)
  symbols[at] = id === undefined ? SEPARATOR : WIDE_HIGH + Math.floor(id / (WIDE_BASE * WIDE_BASE))
  symbols[at + 1] = id === undefined ? SEPARATOR : WIDE_MIDDLE + (Math.floor(id / WIDE_BASE) % WIDE_BASE)
  symbols[at + 2] = id === undefined ? SEPARATOR : WIDE_LOW + (id % WIDE_BASE)
}

/** How many different signs the alphabet can hold. */
export const WIDE_LIMIT = WIDE_BASE * WIDE_BASE * (WIDE_MIDDLE - WIDE_HIGH)
export function wideCount(): number {
  return wideIds.size
}

/** Tells the code of full-width forms as plain ASCII (`＠` is `@`), others as they are. */
export function narrow(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
}

/** Characters that are not seen: soft hyphen, zero-width, direction and combining marks, curly apostrophes. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0xfeff ||
    code === 0x2018 ||
    code === 0x2019 ||
    code === 0x2bc ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064)
  )
}
