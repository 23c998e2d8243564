import { findCause, RULE_BASE } from '@/lib/bounce/classify'
import { Classifier } from '@/lib/bounce/classify/classifier'
import { compile } from '@/lib/bounce/classify/compile'
import { maskTemplate } from '@/lib/bounce/template'
import { providerOf } from '@/lib/bounce/provider'
import { Recogniser } from '@/lib/jobs/reading/recognise'
import type { SourceRow } from '@/lib/ingest/types'
import { expressionLoop } from './data/expressions'
import { blocks } from './data/replies'

export const summary = 'Replies a second through recognition, on one thread [count=1000000]'

const BLOCK = 20_000
const FEW = 400
const MEGABYTE = 1024 * 1024

/** Processor time, so that other work on the machine does not count; collecting garbage does. */
function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Replies a second of one kind of work over many generated replies; making them does not count. */
function rate(count: number, mixed: boolean, work: (text: string) => number): number {
  let spent = 0
  let sum = 0
  for (const texts of blocks(count, BLOCK, mixed))
    spent += seconds(() => {
      for (const text of texts) sum += work(text)
    })
  if (Number.isNaN(sum)) throw new Error('The work gave no number.')
  return count / spent
}

function touch(text: string): number {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) | 0
  return sum
}

/** A row of an import with this reply. */
function rowOf(diagnostic: string): SourceRow {
  return {
    line: 1,
    recipient: 'kim@client.example',
    recipientName: null,
    occurredAt: 0,
    diagnostic,
    smtpCode: null,
    enhancedCode: null,
    vendorClass: null,
    sendingAccount: null,
    campaign: null,
    eventId: null,
  } as SourceRow
}

/** Prints replies a second of recognition, its parts, and what to compare it with, all in one run. */
export async function run([given]: string[]): Promise<void> {
  const count = Number(given ?? 1_000_000)
  const [sample] = [...blocks(BLOCK, BLOCK, false)]
  const length = sample!.reduce((sum, text) => sum + text.length, 0) / BLOCK
  console.log(
    `${count.toLocaleString('en')} replies of 400 wordings, no text twice, ${length.toFixed(0)} characters each`,
  )
  const before = process.memoryUsage()
  for (const diagnostic of sample!) findCause({ diagnostic })
  const show = (name: string, value: number) =>
    console.log(`${name.padEnd(46)} ${Math.round(value).toLocaleString('en').padStart(12)} replies/s`)

  const floor = rate(count, false, touch)
  const recognise = rate(count, false, (diagnostic) => findCause({ diagnostic }).confidence)
  show('recognise', recognise)
  const anew = new Classifier(compile(RULE_BASE), { remembers: false })
  show(
    '  nothing remembered between replies',
    rate(count / 4, false, (diagnostic) => anew.find({ diagnostic }).confidence),
  )
  show(
    '  a new wording each time',
    rate(count / 4, true, (diagnostic) => findCause({ diagnostic }).confidence),
  )
  show(
    'mask',
    rate(count / 4, false, (text) => maskTemplate(text).length),
  )
  const recogniser = new Recogniser({ templates: [], wording: [] })
  show(
    'all an import asks: cause, template, provider',
    rate(
      count / 4,
      false,
      (text) => recogniser.recognise(rowOf(text), providerOf('client.example', text)).confidence,
    ),
  )
  show('touching every character', floor)
  const loop = expressionLoop()
  const few = sample!.slice(0, FEW)
  for (const text of few) loop(text)
  const plain = FEW / seconds(() => few.forEach((text) => loop(text)))
  show('the same rules as a loop of expressions', plain)
  console.log(
    `${(recognise / plain).toFixed(0)} times the loop, ${(floor / recognise).toFixed(1)} times the cost of touching every character`,
  )
  const after = process.memoryUsage()
  const grown = (after.heapUsed + after.external - before.heapUsed - before.external) / MEGABYTE
  console.log(
    `memory: ${(after.rss / MEGABYTE).toFixed(0)} MB in all, ${grown.toFixed(0)} MB more than before the first reply`,
  )
}
