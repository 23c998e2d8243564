import { SENDER_IPS } from './accounts'
import type { Person } from './people'
import type { Random } from './random'

/** What the variable parts of a reply are made from. */
export interface Occasion {
  sender: string
  person: Person
  /** Unix seconds. */
  at: number
}

const letters = (random: Random, alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[random.int(0, alphabet.length - 1)]).join('')
const hex = (random: Random, length: number) => letters(random, '0123456789abcdef', length)
const upper = (random: Random, length: number) =>
  letters(random, 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', length)
const token = (random: Random, length: number) =>
  letters(random, 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789', length)
const domainOf = (address: string) => address.slice(address.indexOf('@') + 1)

type Part = (random: Random, on: Occasion) => string

const PARTS: Record<string, Part> = {
  address: (_, on) => on.person.address,
  domain: (_, on) => on.person.domain,
  sender: (_, on) => on.sender,
  senderDomain: (_, on) => domainOf(on.sender),
  senderIp: (_, on) => SENDER_IPS[domainOf(on.sender)] ?? '192.0.2.1',
  host: (_, on) => `mx1.${on.person.domain}`,
  ip: (r) => `192.0.2.${r.int(2, 250)}`,
  when: (_, on) => new Date(on.at * 1000).toISOString(),
  n: (r) => String(r.int(100, 9999)),
  n2: (r) => String(r.int(24, 72)),
  hops: (r) => String(r.int(26, 50)),
  hex8: (r) => `08D${upper(r, 13)}`,
  queue: (r) => `4${upper(r, 9)}`,
  token: (r) => token(r, 22),
  region: (r) => r.pick(['de12', 'uk47', 'us88', 'za03']),
  yahoo: (r) => r.pick(['bf1', 'gq1', 'ne1', 'ir2']),
  gid: (r) =>
    `${hex(r, 2)}-20020a${hex(r, 12)}si${r.int(1_000_000, 9_999_999)}${token(r, 3).toLowerCase()}.${r.int(1, 999)}`,
  outlook: (r) =>
    `${r.pick(['AM6', 'DB8', 'VI1', 'PR3'])}EUR0${r.int(1, 5)}FT0${r.int(10, 99)}.eop-EUR0${r.int(1, 5)}.prod.protection.outlook.com`,
  pphost: (r) => `mx0${r.pick(['a', 'b'])}-00${hex(r, 6)}.pphosted.com`,
  barracuda: (r) => `inbound-ess-${r.int(1, 9)}.ess.barracudanetworks.com`,
  cisco: (r) => `esa${r.int(1, 6)}.hc${r.int(1000, 9999)}-${r.int(10, 99)}.iphmx.com`,
  secureserver: (r) => `p3plibsmtp0${r.int(1, 3)}-${r.int(10, 16)}.prod.phx3.secureserver.net`,
  ionos: (r) => `mxeue${r.int(100, 109)}.kundenserver.de`,
}

/** Fills the variable parts of a reply; an unknown part is a bug of the list and throws. */
export function fillReply(text: string, random: Random, on: Occasion): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = PARTS[name]
    if (!part) throw new Error(`unknown part {${name}} in a sample reply`)
    return part(random, on)
  })
}
