import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '@/lib/bounce/categories'
import { searchGuide, wordSpans } from './search'

const ids = (query: string) => searchGuide(query).map((hit) => hit.category.id)

describe('searchGuide', () => {
  it('finds a category by its own name first', () => {
    for (const category of CATEGORIES) expect(ids(category.name)[0]).toBe(category.id)
  })

  it('finds by a code or the words of a server, in any case', () => {
    expect(ids('5.4.6')).toContain('mail_loop')
    expect(ids('spamhaus')).toContain('blacklisted')
    expect(ids('DMARC')).toEqual(ids('dmarc'))
  })

  it('asks for every word', () => {
    for (const id of ids('spf dkim')) {
      expect(ids('spf')).toContain(id)
      expect(ids('dkim')).toContain(id)
    }
    expect(ids('spf zzzz')).toEqual([])
    expect(ids('   ')).toEqual([])
  })

  it('shows a sentence that holds a word of the query', () => {
    for (const hit of searchGuide('quota')) expect(hit.snippet.toLowerCase()).toContain('quota')
  })
})

describe('wordSpans', () => {
  it('marks each word, joined where they overlap, in order', () => {
    expect(wordSpans('Mailbox full, mailbox', 'box mailbox')).toEqual([
      { start: 0, end: 7 },
      { start: 14, end: 21 },
    ])
    expect(wordSpans('nothing', 'x')).toEqual([])
  })
})
