import type { Family } from '@/lib/bounce/types'
import { CATEGORY_SHARES, PROVIDER_SHARES, SAMPLE_ACCOUNTS, type SampleAccount } from './accounts'
import { momentOf, sampleDays, spread } from './calendar'
import { fillReply } from './fill'
import { incidentMoments, sampleIncidents } from './incidents'
import { nobody, somebodyAt, type Person } from './people'
import { randomFrom, type Random } from './random'
import { REPLIES, repliesOf, type SampleReply } from './replies'

export const SAMPLE_SIZE = 40_000
export const SAMPLE_DAYS = 90

/** One bounce of the sample data; `meant` is the category its reply was written for. */
export interface SampleRow {
  recipient: string
  name: string
  account: string
  campaign: string
  /** Unix seconds. */
  at: number
  diagnostic: string
  meant: string
}

const lists = new Map(Object.entries(REPLIES).map(([category, list]) => [category, repliesOf(list)]))
const serversOf = new Map(
  [...lists].map(([category, replies]) => [category, [...new Set(replies.map((reply) => reply.provider))]]),
)
const total = (account: SampleAccount) => Object.values(account.mix).reduce((a, b) => a + b, 0)
const HOSTS = Object.keys(PROVIDER_SHARES)
const RETRIED = new Set(['mailbox_full', 'server_unavailable', 'dns_failure', 'too_many_recipients'])

/** People who bounced softly come back: some replies go to somebody who had one before. */
class Returning {
  private readonly people = new Map<string, Person[]>()

  who(random: Random, category: string, provider: string): Person {
    if (category === 'domain_not_found') return nobody(random)
    const key = `${category}/${provider}`
    const known = this.people.get(key)
    if (RETRIED.has(category) && known && random.next() < 0.28) return known[random.int(0, known.length - 1)]!
    const person = somebodyAt(random, HOSTS.indexOf(provider))
    this.people.set(key, [...(known ?? []).slice(-60), person])
    return person
  }
}

function ordinaryReply(random: Random, category: string): SampleReply {
  const server = random.weighted(serversOf.get(category)!, (provider) => PROVIDER_SHARES[provider] ?? 0)
  const replies = lists.get(category)!.filter((reply) => reply.provider === server)
  return random.weighted(replies, (reply) => reply.weight)
}

/** Who hosts the recipient: our own provider's limit says nothing about that, every other reply does. */
function hostOf(random: Random, category: string, reply: SampleReply): string {
  if (category !== 'sending_limit') return reply.provider
  return random.weighted(HOSTS, (provider) => PROVIDER_SHARES[provider] ?? 0)
}

function makeRow(
  random: Random,
  people: Returning,
  from: Omit<SampleRow, 'recipient' | 'name' | 'diagnostic'>,
  reply: SampleReply,
): SampleRow {
  const person = people.who(random, from.meant, hostOf(random, from.meant, reply))
  const diagnostic = fillReply(reply.text, random, { sender: from.account, person, at: from.at })
  return { ...from, recipient: person.address, name: person.name, diagnostic }
}

function ordinaryRow(random: Random, people: Returning, at: number): SampleRow {
  const account = random.weighted(SAMPLE_ACCOUNTS, total)
  const family = random.weighted(Object.keys(account.mix) as Family[], (name) => account.mix[name])
  const shares = CATEGORY_SHARES[family]
  const meant = random.weighted(Object.keys(shares), (category) => shares[category]!)
  const campaign = random.pick(account.campaigns)
  return makeRow(
    random,
    people,
    { account: account.address, campaign, at, meant },
    ordinaryReply(random, meant),
  )
}

const INCIDENT_CATEGORIES: Record<string, string> = {
  'anna@acme.io': 'blacklisted',
  'marcus@acme.io': 'sending_limit',
  'jonas@acme.io': 'authentication',
}

/** A quarter of bounces up to `now`, day by day and in order of time: exactly `size` rows, the same for the same input. */
export function* sampleRows(now: Date, timeZone: string, size = SAMPLE_SIZE): Generator<SampleRow[]> {
  const random = randomFrom(20_260_101)
  const days = sampleDays(now, timeZone, SAMPLE_DAYS, random)
  const incidents = sampleIncidents(days).map((incident) => {
    const scaled = { ...incident, count: Math.round((incident.count * size) / SAMPLE_SIZE) }
    return { ...scaled, moments: incidentMoments(scaled, days, random) }
  })
  const ordinary = spread(size - incidents.reduce((sum, incident) => sum + incident.count, 0), days)
  const people = new Returning()
  for (const [i, day] of days.entries()) {
    const rows = Array.from({ length: ordinary[i]! }, () =>
      ordinaryRow(random, people, momentOf(day, random)),
    )
    for (const { account, campaign, moments, replies } of incidents) {
      for (const at of moments.get(i) ?? []) {
        const from = { account, campaign, at, meant: INCIDENT_CATEGORIES[account]! }
        rows.push(
          makeRow(
            random,
            people,
            from,
            random.weighted(replies, (reply) => reply.weight),
          ),
        )
      }
    }
    yield rows.sort((a, b) => a.at - b.at)
  }
}
