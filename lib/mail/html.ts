const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
}

/** Text without what stands between an opening and a closing mark; one that is never closed stays. Linear. */
function without(text: string, opening: RegExp, closing: string): string {
  const lower = text.toLowerCase()
  let kept = ''
  let at = 0
  for (const { index } of text.matchAll(opening)) {
    if (index < at) continue
    const end = lower.indexOf(closing, index)
    if (end < 0) break
    kept += `${text.slice(at, index)} `
    at = end + closing.length
  }
  return kept + text.slice(at)
}

/** A person's name that links to the address. */
const NAMED_LINK = /<a\b[^<>]{0,500}mailto:([^"'?<>\s&]{3,320})[^<>]{0,500}>((?:(?!<\/a>)[^@]){0,300})<\/a>/gi

/** HTML of a report as plain lines: enough to find addresses and replies in it, linear in its length. */
export function htmlToText(html: string): string {
  let text = without(html, /<!--/g, '-->')
  for (const tag of ['style', 'script', 'head'])
    text = without(text, new RegExp(`<${tag}\\b`, 'gi'), `</${tag}`)
  return text
    .replace(/\s+/g, ' ')
    .replace(NAMED_LINK, ' $2 ($1) ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li|\/pre|hr|p|div|tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<[a-z!/][^<>]*>/gi, '')
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => {
      const known = ENTITIES[name.toLowerCase()]
      if (known) return known
      const code = /^#x?/i.test(name) ? parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10) : NaN
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole
    })
}
