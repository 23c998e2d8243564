import { createHash } from 'node:crypto'
import { CATEGORY_IDS } from '@/lib/bounce/categories'
import type { StoredBounce } from './bounces'

export const TEST_ACCOUNTS = ['anna@acme.test', 'ben@acme.test', 'cleo@acme.test', '']
export const TEST_PROVIDERS = ['google', 'microsoft', 'other']
export const TEST_CAMPAIGNS = ['DACH builders, Q4', 'Nordics', '']
export const TEST_CATEGORIES = [...CATEGORY_IDS, 'unclassified']
export const TEST_IMPORTS = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222']

/** Numbers between 0 and 1 that a seed repeats. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Picks one of a list. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}

/** A hash in the shape of a uuid, as keys and template ids are: version and variant are anything. */
export function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const WORDS = [
  'mailbox full',
  'user unknown',
  'blocked using {domain}',
  'over quota',
  'relay denied',
  'try later',
]
export const TEST_REPLIES = WORDS.map((words, i) => ({
  id: uuidOf(words),
  text: `550 ${words}`,
  says: `550 ${words} 10.0.0.${i}`,
}))

/** Random bounces between two instants, many at equal seconds, so that ties are tried too. */
export function randomBounces(seed: number, count: number, from: Date, to: Date): StoredBounce[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, i) => {
    const seconds = Math.floor((from.getTime() + random() * (to.getTime() - from.getTime())) / 60_000) * 60
    const category = pick(random, TEST_CATEGORIES)
    const reply = pick(random, TEST_REPLIES)
    const domain = `d${Math.floor(random() * 12)}.example`
    const smtpCode = pick(random, ['550', '450', ''])
    return {
      occurredAt: new Date(seconds * 1000),
      dedupeKey: uuidOf(`${seed}-${i}`),
      recipient: `p${Math.floor(random() * 60)}@${domain}`,
      domain,
      account: pick(random, TEST_ACCOUNTS),
      campaign: pick(random, TEST_CAMPAIGNS),
      provider: pick(random, TEST_PROVIDERS),
      category,
      bounceType: category === 'unclassified' ? '' : random() < 0.3 ? 'hard' : 'soft',
      smtpCode,
      enhancedCode: smtpCode ? `${smtpCode[0]}.1.1` : '',
      vendorClass: '',
      diagnostic: reply.says,
      templateId: reply.id,
      confidence: 0.9,
      decidedBy: 'words:x',
      importId: pick(random, TEST_IMPORTS),
      line: i + 2,
    }
  })
}
