import { describe, expect, it } from 'vitest'
import { explainEnhancedCode, explainReplyCode } from './codes'
import { providerName, providerOf, PROVIDERS } from './provider'

describe('providerOf', () => {
  it.each([
    ['gmail.com', '', 'google'],
    ['googlemail.com', 'anything of outlook.com', 'google'],
    ['hotmail.co.uk', '', 'microsoft'],
    ['ymail.com', '', 'yahoo'],
    ['aol.com', '', 'yahoo'],
    ['gmx.de', '', 'unitedinternet'],
    ['acme.io', '550 5.1.1 no such user q12-20020a05 - gsmtp', 'google'],
    ['acme.io', '550 5.4.1 [AM0.eop-EUR02.prod.protection.outlook.com]', 'microsoft'],
    ['acme.io', 'host mx0a-001.pphosted.com said: 550', 'proofpoint'],
    ['acme.io', '550 see https://community.mimecast.com/docs', 'mimecast'],
    ['acme.io', '550 <kim@gmail.com> unknown', 'other'],
    ['acme.io', '', 'other'],
    ['constructor', '', 'other'],
  ])('%s with %j is %s', (domain, diagnostic, expected) => {
    expect(providerOf(domain, diagnostic)).toBe(expected)
  })

  it('names each provider once, the others last', () => {
    expect(new Set(PROVIDERS.map(({ id }) => id)).size).toBe(PROVIDERS.length)
    expect(PROVIDERS.at(-1)?.id).toBe('other')
    expect(providerName('google')).toBe('Google')
    expect(providerName('nobody')).toBe('Other')
  })
})

describe('the codes in plain words', () => {
  it('explains what it knows, falls back to the first digits, and says nothing of what is no code', () => {
    expect(explainEnhancedCode('5.1.1')).toBe('The mailbox does not exist.')
    expect(explainEnhancedCode('4.2.2')).toBe('The mailbox is full.')
    expect(explainEnhancedCode('5.3.99')).toBe('Refused for good, because of the recipient’s mail system.')
    expect(explainEnhancedCode('2.1.5')).toBe('The server accepted it.')
    expect(explainEnhancedCode('9.9')).toBeNull()
    expect(explainReplyCode('535')).toBe('Signing in failed.')
    expect(explainReplyCode('459')).toBe('Refused for now; a later try may succeed.')
    expect(explainReplyCode('hello')).toBeNull()
  })
})
