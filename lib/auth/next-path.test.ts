import { expect, test } from 'vitest'
import { safeNext } from './next-path'

test.each(['/w/acme', '/w/acme/accounts/0192-ab', '/invite/acme/A_b-9'])('%s is kept', (path) => {
  expect(safeNext(path)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/w/acme',
  '/w/acme?x=//evil.example',
  '/w/acme\n',
  '/sign-in',
  'javascript:alert(1)',
  '',
  undefined,
  ['/w/acme'],
])('%j leads to the start', (path) => {
  expect(safeNext(path)).toBe('/')
})
