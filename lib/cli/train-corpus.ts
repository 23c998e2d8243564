import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CATEGORIES } from '@/lib/bounce/categories'
import { RULE_BASE } from '@/lib/bounce/classify'
import type { Told } from '@/lib/bounce/classify/compile'
import { codesIn } from '@/lib/bounce/classify/reply-codes'
import { readWords } from '@/lib/bounce/classify/tokens'
import { features, readFeatures } from '@/lib/bounce/model/features'
import { random, type Sample } from '@/lib/bounce/model/fit'
import { LABELS, type Label } from '@/lib/bounce/model/labels'
import { CLOSINGS, OPENINGS, TYPICAL_CODES, WRAPPINGS } from './train-decoration'

/** One line to learn from; `phrase` numbers the pattern it was written from, so that whole patterns can be held back. */
export interface Line extends Sample {
  text: string
  phrase: number
}

const A_PHRASE = 64
const A_RULE_PATTERN = 40

type Pick = () => number

const one = <T>(list: readonly T[], pick: Pick): T => list[Math.floor(pick() * list.length)]!

/** One choice of each group, those within others first. */
function spoken(pattern: string, pick: Pick): string {
  let said = pattern
  while (said.includes('{'))
    said = said.replace(/\{([^{}]*)\}/g, (_, choices: string) => one(choices.split('|'), pick))
  return said.replace(/\s+/g, ' ').trim()
}

/** The patterns of our own writing in lib/bounce/model/corpus, with the shared groups (`@USER`) put in. */
function written(folder: string): { label: Label; pattern: string; times: number }[] {
  const groups = new Map(
    readFileSync(join(folder, 'macros.txt'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' = ') as [string, string]),
  )
  // A choice may name a group: the alternatives then stand among the others.
  const flat = (pattern: string): string =>
    pattern
      .replace(
        /([{|])@([A-Z]+)(?=[|}])/g,
        (_, before: string, name: string) => before + groups.get(name)!.slice(1, -1),
      )
      .replace(/@([A-Z]+)/g, (_, name: string) => groups.get(name)!)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && file !== 'macros.txt')
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ label: file.slice(0, -4) as Label, pattern: flat(line), times: A_PHRASE })),
    )
}

/** What the rules and the guide say, said again as lines. */
function known(ruleBase: readonly Told[]): { label: Label; pattern: string; times: number }[] {
  const rules = ruleBase.flatMap(({ rule, kind, category }) =>
    [...rule.says, rule.example].map((says) => ({
      label: (category ?? kind) as Label,
      pattern: says.replace(/ \.\.\.? /g, ' {|the|your|to|for|and|mail|from} ').replace(/\*/g, ''),
      times: A_RULE_PATTERN,
    })),
  )
  const examples = CATEGORIES.flatMap(({ id, examples: lines }) =>
    lines.map((pattern) => ({ label: id as Label, pattern, times: A_RULE_PATTERN })),
  )
  return [...rules, ...examples]
}

/** How often what is around a cause changes. */
const SHARE = { word: 0.3, opening: 0.2, closing: 0.2, code: 0.6, typical: 0.65, wrapping: 0.1 }

function coded(text: string, label: Label, pick: Pick): string {
  if (pick() > SHARE.code) return text
  const usual = pick() < SHARE.typical ? TYPICAL_CODES[label] : undefined
  const [reply, enhanced] = one(usual ?? TYPICAL_CODES.unclassified!, pick).split(' ')
  return `${reply} ${enhanced !== undefined && pick() < 0.6 ? `${enhanced} ` : ''}${text}`
}

function decorated(text: string, label: Label, pick: Pick): string {
  const words = text.split(' ')
  if (words.length > 4 && pick() < SHARE.word) words.splice(Math.floor(pick() * words.length), 1)
  let said = words.join(' ')
  const hasCode = /^\d/.test(said)
  if (!hasCode && pick() < SHARE.opening) said = `${one(OPENINGS, pick)} ${said}`
  if (pick() < SHARE.closing) said = `${said} ${one(CLOSINGS, pick)}`
  if (!hasCode) said = coded(said, label, pick)
  return pick() < SHARE.wrapping ? one(WRAPPINGS, pick).replace('%', () => said) : said
}

/** Reads one reply into what the model learns from. */
export function sampleOf(text: string, label: number, smtpCode = '', enhancedCode = ''): Sample {
  readWords(text)
  const codes = codesIn(text)
  readFeatures(text, { reply: smtpCode || codes.reply, enhanced: enhancedCode || codes.enhanced })
  return { buckets: features.buckets.slice(0, features.count), label }
}

/** A line as it is compared with those kept for measuring: without codes, case and signs. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\d.\- ]+|[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Writes the whole corpus, the same each time, without the lines that are kept for measuring. */
export function writeCorpus(folder: string, kept: ReadonlySet<string>, ruleBase = RULE_BASE): Line[] {
  const pick = random(20_031)
  const seen = new Set<string>()
  return [...written(folder), ...known(ruleBase)].flatMap(({ label, pattern, times }, phrase) => {
    const lines: Line[] = []
    for (let n = 0; n < times; n++) {
      const plain = spoken(pattern, pick)
      const text = decorated(plain, label, pick)
      if (plain === '' || seen.has(text)) continue
      // With a word left out, another line can be one of those kept.
      if (kept.has(bare(plain)) || kept.has(bare(text))) continue
      seen.add(text)
      lines.push({ text, phrase, ...sampleOf(text, LABELS.indexOf(label)) })
    }
    return lines
  })
}
