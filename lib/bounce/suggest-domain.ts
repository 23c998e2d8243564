import { parse } from 'tldts'

/** Domains of mailboxes that people mistype most. */
const COMMON = (
  'gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.in yahoo.com.br ymail.com rocketmail.com ' +
  'hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es outlook.com outlook.de outlook.fr live.com live.co.uk live.fr msn.com ' +
  'aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com ' +
  'orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it alice.it tiscali.it comcast.net verizon.net att.net sbcglobal.net ' +
  'bellsouth.net cox.net charter.net earthlink.net optonline.net btinternet.com sky.com protonmail.com proton.me zoho.com fastmail.com qq.com ' +
  '163.com 126.com naver.com bluewin.ch telenet.be skynet.be ziggo.nl kpnmail.nl wp.pl onet.pl interia.pl o2.pl seznam.cz terra.com.br uol.com.br bol.com.br'
).split(' ')
const known = new Set(COMMON)

/** Real domains one letter away from a common one; nothing is proposed for them. */
const INNOCENT = new Set(
  'email.com ymail.com mail.com fmail.com gmx.co.uk live.nl aol.de hotmail.nl free.de me.fr sky.de web.com mac.fr wp.eu'.split(
    ' ',
  ),
)

/** Steps of changing, adding, leaving out or swapping neighbours between two words; stops counting above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = previous
    previous = row
  }
  return previous[b.length]!
}

/** The well-known domain that a mistyped one most likely means (`gmal.com` → `gmail.com`), or null. Takes the canonical form. */
export function suggestDomain(domain: string): string | null {
  if (known.has(domain) || INNOCENT.has(domain) || domain.length > 40) return null
  const real = parse(domain).isIcann === true
  const limit = domain.length >= 10 ? 2 : 1
  let best: string | null = null
  let bestDistance = limit + 1
  for (const candidate of COMMON) {
    const found = distance(domain, candidate, limit)
    if (found < bestDistance) {
      best = candidate
      bestDistance = found
    }
  }
  if (best === null) return null
  const sameEnding = domain.slice(domain.indexOf('.')) === best.slice(best.indexOf('.'))
  return bestDistance === 2 && real && !sameEnding ? null : best
}
