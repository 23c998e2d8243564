import { z } from 'zod'
import type { SkipReason } from '../types'
import type { LineFormat, LineReader, RawRecord } from './format'
import { emptyRecord } from './format'

const TIME = String.raw`((?:\d{4}-\d{2}-\d{2}T[^\s]+)|(?:\p{L}{3}\s+\d{1,2}\s+\d{2}:\d{2}:\d{2}(?:\.\d+)?))`
const LINE = new RegExp(String.raw`^(?:<\d+>)?${TIME}\s.*?:\s([0-9A-Za-z]{5,}):\s(.*)$`, 'u')
const TO = /^to=<([^>]*)>.*?\bstatus=([a-z-]+)(?:\s+\((.*)\)\s*$)?/
const FROM = /^from=<([^>]*)>/
const DSN = /\bdsn=(\d\.\d{1,3}\.\d{1,3})/

const SKIPPED = new Map<string, SkipReason>([
  ['sent', 'delivered'],
  ['deferred', 'delayed'],
])

/** What is remembered of a message in the queue: its sender, and per recipient the last deferral. */
const queuedSchema = z.object({
  from: z.string(),
  deferred: z.record(z.string(), z.tuple([z.string(), z.string()])),
})
type Queued = z.infer<typeof queuedSchema>
const stateSchema = z.array(z.tuple([z.string(), queuedSchema]))
const MAX_QUEUED = 5000
const MAX_DEFERRED = 50

class PostfixReader implements LineReader {
  private readonly queue: Map<string, Queued>

  constructor(state: unknown) {
    const known = stateSchema.safeParse(state)
    this.queue = new Map(known.success ? known.data : [])
  }

  state(): unknown {
    return [...this.queue]
  }

  read(text: string, line: number): RawRecord[] {
    const parts = LINE.exec(text)
    if (!parts) return []
    const [, time, id, rest] = parts as unknown as [string, string, string, string]
    if (rest.startsWith('to=')) return this.delivery(id, time, rest, line)
    if (rest.startsWith('from=')) return this.sender(id, time, rest, line)
    if (rest.startsWith('removed')) this.queue.delete(id)
    return []
  }

  private sender(id: string, time: string, rest: string, line: number): RawRecord[] {
    const queued = this.remember(id)
    const from = FROM.exec(rest)?.[1]
    if (from) queued.from = from
    if (!/\bstatus=(?:force-)?expired\b/.test(rest)) return []
    // The queue gives up: the reason is the last deferral of each recipient.
    const deferred = Object.entries(queued.deferred)
    queued.deferred = {}
    return deferred.map(([recipient, [enhancedCode, diagnostic]]) => ({
      ...emptyRecord(line),
      recipient,
      enhancedCode,
      diagnostic,
      vendorClass: 'postfix:expired',
      sendingAccount: queued.from,
      occurredAt: time,
    }))
  }

  private delivery(id: string, time: string, rest: string, line: number): RawRecord[] {
    const parts = TO.exec(rest)
    if (!parts) return []
    const [, recipient, status, said = ''] = parts as unknown as [string, string, string, string?]
    const queued = this.queue.get(id)
    const enhancedCode = DSN.exec(rest)?.[1] ?? ''
    const bounced = status === 'bounced' || status === 'expired'
    if (status === 'deferred') this.defer(id, recipient, enhancedCode, said)
    else if (queued) delete queued.deferred[recipient]
    const record = { ...emptyRecord(line), recipient, enhancedCode, diagnostic: said, occurredAt: time }
    record.sendingAccount = queued?.from ?? ''
    if (!bounced) record.skip = SKIPPED.get(status) ?? 'not_a_bounce'
    else record.vendorClass = `postfix:${status}`
    return [record]
  }

  private defer(id: string, recipient: string, code: string, said: string): void {
    const { deferred } = this.remember(id)
    if (recipient === '__proto__') return
    if (Object.hasOwn(deferred, recipient) || Object.keys(deferred).length < MAX_DEFERRED)
      deferred[recipient] = [code, said.slice(0, 500)]
  }

  private remember(id: string): Queued {
    let queued = this.queue.get(id)
    if (!queued) {
      if (this.queue.size >= MAX_QUEUED) this.queue.delete(this.queue.keys().next().value!)
      queued = { from: '', deferred: {} }
      this.queue.set(id, queued)
    }
    return queued
  }
}

/** Postfix's mail log: deliveries by recipient, the sender on another line of the same queue id. */
export const postfix: LineFormat = {
  id: 'postfix',
  kind: 'lines',
  name: 'Postfix mail log',
  about: 'A Postfix server: /var/log/mail.log (or maillog), also rotated and gzipped.',
  vendorPrefix: 'postfix',
  matchLine: (line) =>
    LINE.test(line) && (/\bpostfix[^:]*\[\d+\]:/.test(line) || /: to=<[^>]*>.*\bstatus=/.test(line)),
  open: (state) => new PostfixReader(state),
  sampleName: 'mail.log',
  sample: [
    'Sep  3 09:14:01 mx1 postfix/qmgr[812]: 4cGx1T2vRz: from=<anna@acme.example>, size=18230, nrcpt=1 (queue active)',
    'Sep  3 09:14:02 mx1 postfix/smtp[9021]: 4cGx1T2vRz: to=<nora@hillside-dental.example>, relay=mx.hillside-dental.example[192.0.2.7]:25, delay=1.1, delays=0.1/0/0.5/0.5, dsn=5.1.1, status=bounced (host mx.hillside-dental.example[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))',
    'Sep  3 09:14:02 mx1 postfix/qmgr[812]: 4cGx1T2vRz: removed',
    'Sep  3 09:15:40 mx1 postfix/smtp[9022]: 4cGx1V5mKq: to=<kim@northpier.example>, relay=mx.northpier.example[192.0.2.11]:25, delay=0.9, delays=0.1/0/0.4/0.4, dsn=2.0.0, status=sent (250 2.0.0 OK)',
    '',
  ].join('\n'),
}
