import { fileURLToPath } from 'node:url'
import { CATEGORIES } from '@/lib/bounce/categories'
import { RULE_BASE } from '@/lib/bounce/classify'
import { random } from '@/lib/bounce/model/fit'
import { writeCorpus } from '@/lib/cli/train-corpus'

const CORPUS = fileURLToPath(new URL('../../../lib/bounce/model/corpus', import.meta.url))
const TEMPLATES = 400

const hex = (value: number, length: number): string => Math.floor(value).toString(16).padStart(length, '0')

/** What servers put around and into a reply: `%` is what they say, all else is different each time. */
const AROUND: readonly ((says: string, n: number, share: number) => string)[] = [
  (says, n, share) =>
    `host mx${n % 97}.example${n % 4001}.com[203.0.113.${n % 250}] said: ${coded(says)} (in reply to RCPT TO command) [${hex(share * 2 ** 40, 10)}.${n}]`,
  (says, n, share) =>
    `<kim.${hex(share * 2 ** 32, 8)}@client${n % 9973}.example.org>: ${coded(says)} - ${hex(share * 2 ** 48, 12)}si${n}.12 - gsmtp`,
  (says, n, share) =>
    `smtp; ${coded(says)} <box${n}@firm${n % 5003}.example.net>, size ${Math.floor(share * 9e7)}, queue ${hex(share * 2 ** 44, 11).toUpperCase()}`,
  (says, n, share) =>
    `${coded(says)} [AM${n % 90}EUR0${n % 9}FT0${n % 64}.eop-eur0${n % 9}.example.com 2026-03-0${1 + (n % 9)}T0${n % 10}:${10 + (n % 50)}:07.${100 + (n % 900)}Z 08D${hex(share * 2 ** 52, 13).toUpperCase()}]`,
]

function coded(says: string): string {
  return /^\d/.test(says) ? says : `550 5.7.1 ${says}`
}

/** Wordings of our own: the guide's, one a rule, and as many of the model's corpus as make up the number. */
function wordings(): string[] {
  const own = [
    ...CATEGORIES.flatMap(({ examples }) => examples),
    ...RULE_BASE.map(({ rule }) => rule.example),
  ]
  const written = new Map(writeCorpus(CORPUS, new Set()).map(({ phrase, text }) => [phrase, text]))
  return [...new Set([...own, ...written.values()])].slice(0, TEMPLATES)
}

/** As an import sees it: cut out of the bytes of a file. */
function flat(text: string): string {
  return Buffer.from(text).toString()
}

/** Gives blocks of replies, none of them twice; `mixed` makes a new wording of each, from halves of others and words nobody knows. */
export function* blocks(count: number, size: number, mixed: boolean): Generator<string[]> {
  const list = wordings()
  const next = random(7)
  const wording = (n: number): string => {
    const one = list[n % list.length]!
    if (!mixed) return one
    const words = one.split(' ')
    const others = list[Math.floor(next() * list.length)]!.split(' ')
    const invented = () =>
      `${hex(next() * 2 ** 32, 8).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`
    return [...words, invented(), ...others.slice(Math.floor(next() * others.length)), invented()].join(' ')
  }
  for (let from = 0; from < count; from += size) {
    yield Array.from({ length: Math.min(size, count - from) }, (_, i) => {
      const n = from + i
      return flat(AROUND[(n + Math.floor(n / list.length)) % AROUND.length]!(wording(n), n, next()))
    })
  }
}
