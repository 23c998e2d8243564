import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAddress } from './address'
import { shownAddress, shownDomain } from './idn'

test('an international domain is shown as people write it', () => {
  for (const written of [
    'münchen.example',
    'josé@café.example',
    '用户@例え.テスト',
    'почта@пример.рф',
    'kontakt@straße.example',
  ]) {
    const at = written.lastIndexOf('@')
    const parsed = parseAddress(at < 0 ? `a@${written}` : written)
    if (!parsed.ok) throw new Error(parsed.why)
    expect(parsed.domain).toContain('xn--')
    expect(shownDomain(parsed.domain)).toBe(written.slice(at + 1))
    expect(shownAddress(parsed.address)).toBe(at < 0 ? `a@${written}` : written)
  }
})

test('what poses as another domain, or comes back as another one, stays as it is', () => {
  // The second letter of the first is Cyrillic; the others are no Punycode, or none of a domain.
  for (const domain of [
    'xn--pypal-4ve.example',
    'xn--.example',
    'xn--a.example',
    'xn--99999999.example',
    'xn--abc_def-.example',
  ])
    expect(shownDomain(domain)).toBe(domain)
  expect(shownAddress('anna@acme.example')).toBe('anna@acme.example')
})

test('shows nothing that is not the same domain, whatever the text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{1,30}$/), (text) => {
      const domain = `xn--${text}.example`
      const shown = shownDomain(domain)
      if (shown !== domain) expect(parseAddress(`a@${shown}`)).toMatchObject({ ok: true, domain })
    }),
  )
})
