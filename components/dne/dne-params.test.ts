import { describe, expect, it } from 'vitest'
import { NO_DNE_FILTER } from '@/lib/dne/filter'
import { dneFilterOf, dneQuery, dneSortOf, formatDneSort, isNarrow, loadDneUrl } from './dne-params'

const read = (query: string) => dneFilterOf(loadDneUrl(new URLSearchParams(query)))

describe('the URL of the list', () => {
  it.each([
    '',
    'q=anna%40acme.io',
    'reason=bounce%2Ccomplaint&category=mailbox_full&source=file',
    'by=3fa85f64-5717-4562-b3fc-2c963f66afa6&from=2026-01-02&to=2026-03-04',
    'ends=holds',
    'ends=7',
  ])('%j comes back as it was', (query) => {
    expect(dneQuery(read(query))).toBe(query)
    expect(isNarrow(read(query))).toBe(query !== '')
  })

  it.each(['reason=%27%3B--', 'by=1%20or%201%3D1', 'from=yesterday', 'source=__proto__'])(
    '%j is none of ours and asks for everything',
    (query) => {
      expect(read(query)).toEqual(NO_DNE_FILTER)
    },
  )

  it('leaves out only what is none of ours', () => {
    expect(dneQuery(read('q=acme&from=yesterday&reason=complaint'))).toBe('q=acme&reason=complaint')
    expect(dneQuery(read('reason=complaint%2Cnonsense&source=file'))).toBe('reason=complaint&source=file')
  })

  it('sorts newest first unless a known sort is named', () => {
    const usual = { key: 'added', direction: 'desc' }
    for (const text of [null, '', '-', 'value;drop', '--added', '-created_at'])
      expect(dneSortOf(text)).toEqual(usual)
    for (const text of ['added', '-added', 'value', '-value', 'until', '-until'])
      expect(formatDneSort(dneSortOf(text))).toBe(text)
  })
})
