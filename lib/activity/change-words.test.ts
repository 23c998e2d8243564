import { expect, test } from 'vitest'
import { changeWords } from './change-words'

test('names only what changed, before and after', () => {
  const from = { name: 'Acme', timeZone: 'UTC', note: '' }
  expect(changeWords({ from, to: { ...from, timeZone: 'Europe/Berlin', note: 'x' } })).toEqual([
    'time zone: UTC → Europe/Berlin',
    'note: none → x',
  ])
  expect(changeWords({ from: 'viewer', to: 'admin' })).toEqual(['viewer → admin'])
  expect(changeWords({ category: 'spam_block' })).toEqual([])
})
