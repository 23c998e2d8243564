import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, weekday } from '@/lib/analytics/day'
import { parseAddress } from '@/lib/bounce/address'
import { classify } from '@/lib/bounce/classify'
import { providerOf } from '@/lib/bounce/provider'
import { SAMPLE_ACCOUNTS } from './accounts'
import { fillReply } from './fill'
import { randomFrom } from './random'
import { blockListReplies, quotaReplies, REPLIES, repliesOf, spfReplies } from './replies'
import { SAMPLE_DAYS, SAMPLE_SIZE, sampleRows, type SampleRow } from './sample-rows'

const NOW = new Date('2026-11-19T13:05:00Z')
const ZONE = 'Europe/Berlin'
const DAY = 86_400

const rows = [...sampleRows(NOW, ZONE)].flat()
const countOf = (test: (row: SampleRow) => boolean) => rows.filter(test).length
const days = new Map(rows.map((row) => [row, dayOf(new Date(row.at * 1000), ZONE)]))
const day = (row: SampleRow) => days.get(row)!

describe('the sample data', () => {
  it('has exactly the promised size, twelve accounts on three domains, and all categories', () => {
    expect(rows).toHaveLength(SAMPLE_SIZE)
    const accounts = new Set(rows.map((row) => row.account))
    expect(accounts).toEqual(new Set(SAMPLE_ACCOUNTS.map((account) => account.address)))
    expect(new Set([...accounts].map((address) => address.split('@')[1])).size).toBe(3)
    expect(new Set(rows.map((row) => row.meant)).size).toBe(16)
  })

  it('is the same every time for the same moment', () => {
    expect(JSON.stringify([...sampleRows(NOW, ZONE)].flat())).toBe(JSON.stringify(rows))
  })

  it('names only people who cannot exist, or domains with a slip of the finger', () => {
    for (const row of rows) {
      expect(parseAddress(row.recipient)).toMatchObject({ ok: true, address: row.recipient })
      const domain = row.recipient.split('@')[1]!
      expect(domain.endsWith('.example') || row.meant === 'domain_not_found').toBe(true)
    }
  })

  it('keeps a weekly rhythm', () => {
    const perWeekday = [0, 1, 2, 3, 4, 5, 6].map((n) => countOf((row) => weekday(day(row)) === n))
    const [monday, tuesday, wednesday, , friday, saturday, sunday] = perWeekday as number[]
    expect(tuesday).toBeGreaterThan(wednesday!)
    expect(wednesday).toBeGreaterThan(monday!)
    expect(monday).toBeGreaterThan(friday!)
    expect(friday).toBeGreaterThan(10 * saturday!)
    expect(saturday).toBeGreaterThan(sunday!)
  })

  it('has one account on a block list since a recent Tuesday', () => {
    const listed = (row: SampleRow) => row.account === 'anna@acme.io' && row.meant === 'blacklisted'
    const since = NOW.getTime() / 1000 - 8 * DAY
    const recent = rows.filter(
      (row) => listed(row) && row.at > since && /spamhaus zen|zen\.spamhaus/i.test(row.diagnostic),
    )
    expect(weekday(day(recent.reduce((a, b) => (a.at < b.at ? a : b))))).toBe(1)
    expect(recent.length).toBeGreaterThan(
      20 * countOf((row) => listed(row) && row.at <= since && row.at > since - 8 * DAY),
    )
  })

  it('has one account over its daily limit for three days', () => {
    const stopped = rows.filter((row) => row.account === 'marcus@acme.io' && row.meant === 'sending_limit')
    const perDay = [...new Set(stopped.map(day))].map(
      (each) => stopped.filter((row) => day(row) === each).length,
    )
    const heavy = perDay.filter((n) => n > 80)
    expect(heavy).toHaveLength(3)
    expect(Math.max(...perDay.filter((n) => n <= 80))).toBeLessThan(Math.min(...heavy) / 2)
  })

  it('has one account that fails SPF at Microsoft only', () => {
    const failing = rows.filter((row) => row.diagnostic.includes('Sender Policy Framework'))
    expect(new Set(failing.map((row) => row.account))).toEqual(new Set(['jonas@acme.io']))
    expect(failing.every((row) => row.diagnostic.includes('.outlook.com'))).toBe(true)
    expect(failing.length).toBeGreaterThan(200)
  })

  it('is recognised as it is meant, and never as something that is no bounce', () => {
    const wrong = rows.filter((row) => classify({ diagnostic: row.diagnostic }).category !== row.meant)
    expect(rows.every((row) => classify({ diagnostic: row.diagnostic }).kind === 'bounce')).toBe(true)
    expect(wrong.length).toBeLessThan(rows.length * 0.03)
  })

  it('lets the mailbox provider be told by the wording', () => {
    const lists = [...Object.values(REPLIES), blockListReplies, spfReplies, quotaReplies]
    const random = randomFrom(1)
    const person = { name: 'Ada Berg', address: 'ada@berlin.example', domain: 'berlin.example' }
    for (const { provider, text } of lists.flatMap(repliesOf)) {
      const reply = fillReply(text, random, { sender: 'anna@acme.io', person, at: 1_790_000_000 })
      expect([reply, providerOf(person.domain, reply)]).toEqual([reply, provider])
    }
  })

  it('ends at any moment in any zone with exact size, in order, and never in the future', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/Los_Angeles',
      'Asia/Kolkata',
      'Pacific/Apia',
    )
    const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, zones, (now, zone) => {
        const list = [...sampleRows(now, zone, 600)].flat()
        expect(list).toHaveLength(600)
        expect(list.every((row, i) => i === 0 || list[i - 1]!.at <= row.at)).toBe(true)
        const end = now.getTime() / 1000
        expect(list.every((row) => row.at <= end && row.at > end - (SAMPLE_DAYS + 1) * DAY)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
