import { CLASS } from './symbols'

/** Words without a say in any cause; leaving them out lets one pattern meet many ways of saying the same. */
const SILENT =
  'the a an is are was were has have had been be being this that its of will der die das den dem ist le la les de du des est el los un una il lo os'

/** Ends of host names with three letters and more; every end with two counts. */
const TOP_LEVEL =
  'com net org edu gov mil int info biz name pro aero coop museum local localdomain lan internal intranet corp home arpa example test invalid localhost email cloud online site shop app dev tech store club xyz top agency group company solutions services systems world life live network digital media design studio today space website tokyo berlin paris london moscow asia mobi jobs travel bank berlin swiss koeln hamburg bayern wien nrw amsterdam ovh'

/** Names that say something where they stand in a host name: block lists and filter services. */
const SPEAKING =
  'spamhaus spamcop barracudacentral sorbs uceprotect invaluement surbl uribl cloudmark senderscore abuseat njabl dsbl mailspike psbl surriel spfbl manitu nixspam dronebl backscatterer talosintelligence senderbase rbl dnsbl spamrats hostkarma junkemailfilter gbudb blocklist cbl ahbl ordb dnswl trustedsource mxtoolbox spameatingmonkey 0spam wpbl csma blackhole kundenserver imp spamlist surgate'

/** First parts of the dotted names by which Exchange tells its own components. */
const COMPONENTS =
  'resolver storedrv smtpsend smtpreceive routing queue advancedrouting smtp transport agent approval deliveryagent hygiene content unknown'

export function hashStep(hash: number, symbol: number): number {
  return (Math.imul(hash, 0x9e3779b1) + symbol) | 0
}

function hashOf(word: string): number {
  let hash = 0
  for (const char of word) hash = hashStep(hash, CLASS[char.charCodeAt(0)] ?? 0)
  return hash
}

function hashSet(words: string): (hash: number) => boolean {
  let size = 64
  while (size < words.length) size *= 2
  const mask = size - 1
  const table = new Int32Array(size)
  for (const word of words.split(' ')) {
    let at = hashOf(word) & mask
    while (table[at] !== 0) at = (at + 1) & mask
    table[at] = hashOf(word)
  }
  return (hash) => {
    for (let at = hash & mask; table[at] !== 0; at = (at + 1) & mask) if (table[at] === hash) return true
    return false
  }
}

export const isSilent = hashSet(SILENT)
export const isTopLevel = hashSet(TOP_LEVEL)
export const isSpeaking = hashSet(SPEAKING)
export const isComponent = hashSet(COMPONENTS)

/** The hash of a Chinese, Japanese or Korean sign, which counts as a word. */
export function wideHash(code: number): number {
  return Math.imul(code, 0x9e3779b1) | 1
}
