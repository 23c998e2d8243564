import { findMark, markTable } from './marks'
import { codes, copied, copyText } from './text-codes'

const AT = 64

interface Provider {
  id: string
  name: string
  /** Domains whose mailboxes the provider hosts; one ending in a point stands for every ending. */
  domains: string
  /** What its servers' names or replies contain, in small letters. */
  marks: string
}

const TABLE = [
  {
    id: 'google',
    name: 'Google',
    domains: 'gmail. googlemail. google.com',
    marks: 'gsmtp|google.com|googlemail.com|gmail.com',
  },
  {
    id: 'microsoft',
    name: 'Microsoft',
    domains: 'outlook. hotmail. live. msn.com windowslive.com passport.com onmicrosoft.com',
    marks: 'outlook.com|hotmail.com|office365|microsoft.com|exchangelabs.com|prod.exchange',
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    domains:
      'yahoo. ymail. rocketmail.com aol. aim.com verizon.net att.net sbcglobal.net bellsouth.net frontier.com',
    marks: 'yahoodns|yahoo.com|yahooinc|yahoo.net|aol.com|[tss|[ts0',
  },
  {
    id: 'apple',
    name: 'iCloud',
    domains: 'icloud.com me.com mac.com privaterelay.appleid.com',
    marks: 'icloud.com|apple.com|[cs01]|[cs02]|[hm',
  },
  {
    id: 'proofpoint',
    name: 'Proofpoint',
    domains: '',
    marks: 'pphosted.com|ppe-hosted.com|proofpoint|pphosted',
  },
  { id: 'mimecast', name: 'Mimecast', domains: '', marks: 'mimecast' },
  {
    id: 'barracuda',
    name: 'Barracuda',
    domains: '',
    marks: 'barracudanetworks|barracuda email|ess.barracuda|d.ess.',
  },
  { id: 'cisco', name: 'Cisco', domains: '', marks: 'iphmx.com|ironport|cisco.com' },
  { id: 'symantec', name: 'Symantec', domains: '', marks: 'messagelabs|symanteccloud' },
  { id: 'trendmicro', name: 'Trend Micro', domains: '', marks: 'trendmicro|in.tmes.' },
  { id: 'sophos', name: 'Sophos', domains: '', marks: 'sophos|reflexion.net' },
  { id: 'hornetsecurity', name: 'Hornetsecurity', domains: '', marks: 'hornetsecurity|antispameurope' },
  { id: 'zoho', name: 'Zoho', domains: 'zoho. zohomail. zmail.com', marks: 'zoho' },
  { id: 'yandex', name: 'Yandex', domains: 'yandex. ya.ru', marks: 'yandex' },
  { id: 'mailru', name: 'Mail.ru', domains: 'mail.ru bk.ru inbox.ru list.ru internet.ru', marks: 'mail.ru' },
  { id: 'qq', name: 'QQ', domains: 'qq.com foxmail.com exmail.qq.com', marks: 'mail.qq.com|qq.com' },
  {
    id: 'netease',
    name: 'NetEase',
    domains: '163.com 126.com yeah.net 188.com vip.163.com',
    marks: '163.com|126.com|netease',
  },
  {
    id: 'unitedinternet',
    name: 'GMX, WEB.DE, IONOS',
    domains: 'gmx. web.de mail.com 1und1.de online.de',
    marks: 'gmx.|web.de|kundenserver|ionos|1and1|1und1|perfora',
  },
  { id: 'tonline', name: 'T-Online', domains: 't-online.de magenta.de', marks: 't-online|telekom.de' },
  { id: 'orange', name: 'Orange', domains: 'orange.fr wanadoo.fr', marks: 'orange.fr|wanadoo|ofr_|[ofr' },
  { id: 'free', name: 'Free', domains: 'free.fr', marks: 'free.fr|proxad' },
  {
    id: 'sfr',
    name: 'SFR',
    domains: 'sfr.fr neuf.fr 9online.fr club-internet.fr',
    marks: 'sfr.fr|neuf.fr|sfr.net',
  },
  { id: 'laposte', name: 'La Poste', domains: 'laposte.net', marks: 'laposte.net|lpn007' },
  {
    id: 'libero',
    name: 'Libero',
    domains: 'libero.it virgilio.it inwind.it iol.it blu.it',
    marks: 'libero.it|virgilio',
  },
  { id: 'comcast', name: 'Comcast', domains: 'comcast.net', marks: 'comcast' },
  { id: 'cox', name: 'Cox', domains: 'cox.net', marks: 'cox.net|coxmail' },
  {
    id: 'charter',
    name: 'Spectrum',
    domains: 'charter.net spectrum.net rr.com roadrunner.com twc.com brighthouse.com',
    marks: 'charter.net|spectrum|aup#',
  },
  { id: 'godaddy', name: 'GoDaddy', domains: 'secureserver.net', marks: 'secureserver|godaddy' },
  { id: 'rackspace', name: 'Rackspace', domains: '', marks: 'rackspace|emailsrvr' },
  { id: 'ovh', name: 'OVH', domains: '', marks: 'ovh.net|mail.ovh' },
  {
    id: 'fastmail',
    name: 'Fastmail',
    domains: 'fastmail. fastmail.fm messagingengine.com',
    marks: 'messagingengine|fastmail',
  },
  { id: 'proton', name: 'Proton', domains: 'proton.me protonmail. pm.me', marks: 'protonmail|proton.ch' },
  { id: 'amazon', name: 'Amazon', domains: 'awsapps.com', marks: 'amazonses|amazonaws|amazon ses|workmail' },
  { id: 'other', name: 'Other', domains: '', marks: '' },
] as const satisfies readonly Provider[]

export type ProviderId = (typeof TABLE)[number]['id']

/** Who hosts mailboxes, with the names that people know; `other` stands last. */
export const PROVIDERS: readonly { id: ProviderId; name: string }[] = TABLE.map(({ id, name }) => ({
  id,
  name,
}))

const byDomain = new Map<string, ProviderId>()
for (const { id, domains } of TABLE)
  for (const domain of domains.split(' ')) if (domain !== '') byDomain.set(domain, id)

const marks = TABLE.flatMap(({ id, marks: text }) =>
  text === '' ? [] : text.split('|').map((mark) => ({ id, mark })),
)
const table = markTable(marks.map(({ mark }) => mark))

const MARK_LIMIT = 2000
const spoken = new Uint16Array(MARK_LIMIT)

function isSpace(code: number): boolean {
  return code <= 32
    ? code === 32 || (code >= 9 && code <= 13)
    : code >= 128 && /\s/.test(String.fromCharCode(code))
}

function isQuote(code: number): boolean {
  return code === 60 || code === 62 || code === 34
}

/** Copies what the server says of itself: addresses name others than the one who speaks, and leave a space. */
function copySpoken(): number {
  const end = Math.min(copied.length, MARK_LIMIT)
  let length = 0
  for (let i = 0; i < end; i++) {
    const code = codes[i]!
    spoken[length++] = code
    if (code !== AT) continue
    let to = i + 1
    while (to < end && !isSpace(codes[to]!) && !isQuote(codes[to]!)) to++
    let from = length - 1
    while (from > 0 && !isBoundary(spoken[from - 1]!)) from--
    if (to === i + 1 || from === length - 1) continue
    spoken[from] = 32
    length = from + 1
    i = to - 1
  }
  return length
}

function isBoundary(code: number): boolean {
  return code === AT || isQuote(code) || isSpace(code)
}

function ofDomain(domain: string): ProviderId | undefined {
  const exact = byDomain.get(domain)
  if (exact !== undefined) return exact
  const point = domain.indexOf('.')
  if (point < 0) return undefined
  return byDomain.get(domain.slice(0, point + 1)) ?? byDomain.get(domain.slice(point + 1))
}

/** The mailbox provider of a recipient: by the domain where it is a provider's own, else by what the reply shows of its server. */
export function providerOf(domain: string, diagnostic: string): ProviderId {
  const known = ofDomain(domain)
  if (known !== undefined) return known
  copyText(diagnostic)
  const mark = diagnostic.includes('@')
    ? findMark(table, spoken, copySpoken())
    : findMark(table, codes, Math.min(copied.length, MARK_LIMIT))
  return mark === 0 ? 'other' : marks[mark - 1]!.id
}

const names = new Map<string, string>(PROVIDERS.map(({ id, name }) => [id, name]))

/** The name of a provider's id; `Other` for one that is not known. */
export function providerName(id: string): string {
  return names.get(id) ?? 'Other'
}
