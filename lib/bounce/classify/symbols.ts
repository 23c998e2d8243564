/** What a character is to the reader; from `LETTER` on it belongs to a word, and its low bits tell which it is. */
export const BREAK = 0
export const POINT = 1
export const JOIN = 2
export const AT = 3
export const SKIP = 4
export const LETTER = 64
export const DIGIT = 128
export const NOT_HEX = 256

export const CLASS = new Uint16Array(128).fill(BREAK)
for (let i = 0; i < 26; i++) CLASS[97 + i] = CLASS[65 + i] = LETTER + (i > 5 ? NOT_HEX : 0) + 1 + i
for (let i = 0; i < 10; i++) CLASS[48 + i] = DIGIT + 27 + i
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

const folds = new Map<number, Uint16Array>()

function lettersOf(text: string): Uint16Array {
  return Uint16Array.from(text, (char) => CLASS[char.charCodeAt(0)] ?? BREAK).filter(
    (symbol) => symbol >= LETTER,
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
/** Greek, Hebrew, Arabic, Indian and other letters stand for themselves, small and without marks. */
for (let code = 0x370; code < 0x1100; code++) {
  const letter = String.fromCharCode(code).normalize('NFD').toLowerCase().slice(0, 1)
  if (!folds.has(code) && /[\p{L}\p{M}]/u.test(letter)) folds.set(code, Uint16Array.of(letter.charCodeAt(0)))
}
folds.set('ẞ'.charCodeAt(0), lettersOf('ss'))

/** What stands for a letter beyond ASCII: plain Latin for an accented or Cyrillic one, else a number of its own. */
export function foldOf(code: number): Uint16Array | undefined {
  return folds.get(code)
}

/** Chinese, Japanese and Korean are written without spaces; each of their signs counts as a word. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af)
  )
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

/** More than one letter stands for the character (`ß`), or it counts as a word by itself. */
export const SEVERAL = 5
export const SIGN = 6

function symbolOf(code: number): number {
  if (code >= 128 && isInvisible(code)) return SKIP
  if (code < 128) return CLASS[code]!
  const letters = folds.get(code)
  if (letters !== undefined && letters.length > 0) return letters.length === 1 ? letters[0]! : SEVERAL
  return isWide(code) ? SIGN : BREAK
}

/** What every character is to the reader, full-width forms taken for what they are forms of. */
export const SYMBOLS = Uint16Array.from({ length: 1 << 16 }, (_, code) => symbolOf(narrow(code)))
