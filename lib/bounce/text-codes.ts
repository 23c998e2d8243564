/** Only this much of a reply is read; servers say why long before. */
export const READ_LIMIT = 65_536

const SPACE = 32

/** Character codes of the text copied last; spaces follow its end. */
export const codes = new Uint16Array(READ_LIMIT + 4)

/** What is in `codes`: of which text, how many, and whether all are ASCII. */
export const copied = { text: '', length: 0, plain: true }

/**
 * Copies the character codes of a text, so that everything which reads it after that does so from one flat array: an engine has many
 * shapes of strings (cut out, joined, wide), and asking each for a character costs more than all that is done with it. The method is
 * named in full because looking it up on the text would be slow where texts of many shapes were met.
 */
export function copyText(text: string): void {
  if (text === copied.text) return
  const length = Math.min(text.length, READ_LIMIT)
  let all = 0
  for (let i = 0; i < length; i++) {
    const code = String.prototype.charCodeAt.call(text, i)
    codes[i] = code
    all |= code
  }
  codes[length] = codes[length + 1] = codes[length + 2] = codes[length + 3] = SPACE
  copied.text = text
  copied.length = length
  copied.plain = all < 128
}
