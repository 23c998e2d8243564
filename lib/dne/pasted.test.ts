import { expect, test } from 'vitest'
import { pastedEntries } from './pasted'

test.each([
  ['a@x.io\nb@x.io\r\n\n c@x.io ', ['a@x.io', 'b@x.io', 'c@x.io']],
  ['a@x.io, b@x.io; acme.io, *.acme.de', ['a@x.io', 'b@x.io', 'acme.io', '*.acme.de']],
  ['a@x.io b@x.io\tacme.io', ['a@x.io', 'b@x.io', 'acme.io']],
  ['Berg, Nadia <n@x.io>', ['Berg, Nadia <n@x.io>']],
  ['a@x.io, Nadia Berg <n@x.io>', ['a@x.io', 'Nadia Berg <n@x.io>']],
  ['not an address', ['not an address']],
  [' ,;\n', []],
])('%j', (text, expected) => {
  expect(pastedEntries(text)).toEqual(expected)
})
