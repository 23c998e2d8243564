import { expect, test } from 'vitest'
import { timeZone, workspaceName } from './fields'
import { slugFrom } from './slug'

test.each([
  ['Acme', 'acme'],
  ['  Ácme & Söhne GmbH ', 'acme-sohne-gmbh'],
  ['--A--', 'a'],
  ['日本', 'workspace'],
  ['a'.repeat(39) + ' b', `${'a'.repeat(39)}`],
  ['../../etc/passwd', 'etc-passwd'],
])('%s becomes %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})

test.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata', 'Etc/GMT+3'])(
  '%s is a zone',
  (zone) => {
    expect(timeZone.safeParse(zone).success).toBe(true)
  },
)

test.each(['', 'Mars/Base', '+05:30', "UTC'; drop table users--", 'Europe/Berlin\n'])(
  '%j is none',
  (zone) => {
    expect(timeZone.safeParse(zone).success).toBe(false)
  },
)

test('a name can’t hide characters', () => {
  expect(workspaceName.safeParse('Acme\u202E').success).toBe(false)
  expect(workspaceName.safeParse('Acme\u0000').success).toBe(false)
})
