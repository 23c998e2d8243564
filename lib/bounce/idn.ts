const BASE = 36
const LOWEST = 1
const HIGHEST = 26

/** How a domain is read by people: `münchen.example` for `xn--mnchen-3ya.example`. What does not come back from it stays as it is. */
export function shownDomain(domain: string): string {
  if (!domain.includes('xn--')) return domain
  const shown = domain.split('.').map(shownLabel).join('.')
  return hostOf(shown) === domain ? shown : domain
}

/** The same for an address. */
export function shownAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? shownDomain(address) : address.slice(0, at + 1) + shownDomain(address.slice(at + 1))
}

function hostOf(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return ''
  }
}

/** Latin letters among look-alikes of other alphabets are how a domain poses as another one. */
const POSES =
  /(?=.*\p{Script=Latin})(?=.*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}])/u

function shownLabel(label: string): string {
  if (!label.startsWith('xn--')) return label
  const text = decoded(label.slice(4))
  return text === null || POSES.test(text) ? label : text
}

/** Punycode (RFC 3492); null where it is none. */
function decoded(label: string): string | null {
  const hyphen = label.lastIndexOf('-')
  const out = hyphen > 0 ? Array.from(label.slice(0, hyphen), (char) => char.charCodeAt(0)) : []
  let code = 128
  let bias = 72
  let place = 0
  for (let at = hyphen > 0 ? hyphen + 1 : 0; at < label.length;) {
    const from = place
    for (let weight = 1, step = BASE; ; step += BASE) {
      const digit = digitOf(label.charCodeAt(at++))
      if (digit === null) return null
      place += digit * weight
      const threshold = Math.min(HIGHEST, Math.max(LOWEST, step - bias))
      if (digit < threshold) break
      weight *= BASE - threshold
    }
    const length = out.length + 1
    bias = adapted(place - from, length, from === 0)
    code += Math.floor(place / length)
    place %= length
    if (code > 0x10ffff) return null
    out.splice(place++, 0, code)
  }
  return String.fromCodePoint(...out)
}

function digitOf(char: number): number | null {
  if (char >= 97 && char <= 122) return char - 97
  return char >= 48 && char <= 57 ? char - 22 : null
}

function adapted(moved: number, length: number, first: boolean): number {
  let delta = first ? Math.floor(moved / 700) : Math.floor(moved / 2)
  delta += Math.floor(delta / length)
  let steps = 0
  for (; delta > ((BASE - LOWEST) * HIGHEST) / 2; steps += BASE) delta = Math.floor(delta / (BASE - LOWEST))
  return steps + Math.floor((BASE * delta) / (delta + 38))
}
