/** What is pasted as single entries: one a line, or side by side with commas, semicolons or blanks; a name stays with its `<a@b.c>`. */
export function pastedEntries(text: string): string[] {
  return text
    .split(/[\n\r;]+/)
    .flatMap(byComma)
    .flatMap(apart)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const isEntry = (word: string) => /^[^\s<>"]+\.[^\s<>".]+$/.test(word)

/** `Berg, Nadia <n@b.c>` is one: what is neither an address nor a domain belongs to what follows. */
function byComma(line: string): string[] {
  const parts: string[] = []
  let name = ''
  for (const part of line.split(',')) {
    const whole = name === '' ? part : `${name},${part}`
    const ends = /[@＠]/.test(part) || part.trim() === '' || part.trim().split(/\s+/).every(isEntry)
    if (ends) parts.push(whole)
    name = ends ? '' : whole
  }
  return name === '' ? parts : [...parts, name]
}

/** `a@b.c d@e.f` is two, `Nadia Berg <n@b.c>` one. */
function apart(part: string): string[] {
  const words = part.trim().split(/\s+/)
  return words.length > 1 && words.every(isEntry) ? words : [part]
}
