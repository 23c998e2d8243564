import { CLASS } from './symbols'

/** Words without a say in any cause; leaving them out lets one pattern meet many ways of saying the same. */
const SILENT =
  'the a an is are was were has have had been be being this that its of will der die das den dem ist le la les de du des est el los un una il lo os'

/** Ends of host names with three letters and more; every end with two counts. */
const TOP_LEVEL =
  'com net org edu gov mil int info biz name pro aero coop museum local localdomain lan internal intranet corp home arpa example test invalid localhost email cloud online site shop app dev tech store club xyz top agency group company solutions services systems world life live network digital media design studio today space website tokyo berlin paris london moscow asia mobi jobs travel bank berlin swiss koeln hamburg bayern wien nrw amsterdam ovh'

/** Names that say something where they stand in a host name: block lists and filter services. */
const SPEAKING =
  'spamhaus spamcop barracudacentral sorbs uceprotect invaluement surbl uribl cloudmark senderscore abuseat njabl dsbl mailspike psbl surriel spfbl manitu nixspam dronebl backscatterer talosintelligence senderbase rbl dnsbl spamrats hostkarma junkemailfilter gbudb blocklist cbl ahbl ordb dnswl trustedsource mxtoolbox spameatingmonkey 0spam wpbl csma blackhole kundenserver imp spamlist surgate spamcannibal spews osirusoft blitzed fivetensg rfcignorant'

/** First parts of the dotted names by which Exchange tells its own components. */
const COMPONENTS =
  'resolver storedrv smtpsend smtpreceive routing queue advancedrouting smtp transport agent approval deliveryagent hygiene content unknown'

export function hashStep(hash: number, symbol: number): number {
  return (Math.imul(hash, 0x9e3779b1) + symbol) | 0
}

/** A second hash of another kind: words that agree in both are the same word. */
export function checkStep(check: number, symbol: number): number {
  return Math.imul(check ^ symbol, 0x85ebca6b)
}

function hashOf(word: string): number {
  let hash = 0
  for (const char of word) hash = hashStep(hash, CLASS[char.charCodeAt(0)] ?? 0)
  return hash
}

const SILENT_ROLE = 1
const TOP_LEVEL_ROLE = 2
const SPEAKING_ROLE = 4
const COMPONENT_ROLE = 8

const CELLS = 1024
const hashes = new Int32Array(CELLS)
const roles = new Uint8Array(CELLS)

function cellOf(hash: number): number {
  let at = (hash ^ (hash >>> 15)) & (CELLS - 1)
  while (roles[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (CELLS - 1)
  return at
}

function learn(words: string, role: number): void {
  for (const word of words.split(' ')) {
    const cell = cellOf(hashOf(word))
    hashes[cell] = hashOf(word)
    roles[cell]! |= role
  }
}

learn(SILENT, SILENT_ROLE)
learn(TOP_LEVEL, TOP_LEVEL_ROLE)
learn(SPEAKING, SPEAKING_ROLE)
learn(COMPONENTS, COMPONENT_ROLE)

export function isSilent(hash: number): boolean {
  return (roles[cellOf(hash)]! & SILENT_ROLE) !== 0
}

export function isTopLevel(hash: number): boolean {
  return (roles[cellOf(hash)]! & TOP_LEVEL_ROLE) !== 0
}

export function isSpeaking(hash: number): boolean {
  return (roles[cellOf(hash)]! & SPEAKING_ROLE) !== 0
}

export function isComponent(hash: number): boolean {
  return (roles[cellOf(hash)]! & COMPONENT_ROLE) !== 0
}

/** The hash of a Chinese, Japanese or Korean sign, which counts as a word. */
export function wideHash(code: number): number {
  return Math.imul(code, 0x9e3779b1) | 1
}
