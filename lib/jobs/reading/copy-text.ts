// eslint-disable-next-line no-control-regex -- NUL can't be stored
const SPECIAL = /[\\\n\r\t\0]/
const EACH = new RegExp(SPECIAL, 'g')
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '' }

/** A value in the text form of COPY. */
export function copyText(value: string): string {
  return SPECIAL.test(value) ? value.replace(EACH, (char) => ESCAPED[char]!) : value
}

/** The same for a value that may be missing. */
export function copyNullable(value: string | null): string {
  return value === null ? '\\N' : copyText(value)
}
