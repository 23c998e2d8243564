const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
}

/** HTML of a report as plain lines: enough to find addresses and replies in it, linear in its length. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(style|script|head)\b[^]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li|\/pre|hr|p|div|tr)\b[^>]*>/gi, '\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<[a-z!/][^>]*>/gi, '')
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => {
      const known = ENTITIES[name.toLowerCase()]
      if (known) return known
      const code = /^#x?/i.test(name) ? parseInt(name.replace(/^#x?/i, ''), /^#x/i.test(name) ? 16 : 10) : NaN
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole
    })
}
