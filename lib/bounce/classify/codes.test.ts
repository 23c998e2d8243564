import { describe, expect, it } from 'vitest'
import { firstCodes } from '../codes'
import { classify } from '.'

describe('codes in a text', () => {
  it.each([
    ['550 5.1.1 gone', '550', '5.1.1'],
    ['550-5.1.1 gone\r\n550 5.1.1 for good', '550', '5.1.1'],
    ['550 5.1.10 gone', '550', '5.1.10'],
    ['smtp;550 #5.7.1 no', '550', '5.7.1'],
    ['host mx.example.com[5.1.1.25] said: 421 later', '421', ''],
    ['Exim 4.92.3 at 2.11.3 says 554 5.7.1 no', '554', '5.7.1'],
    ['limit of 500 mails within 450 seconds', '', ''],
    ['599 5.9.9 odd', '', ''],
    ['(5.4.6) loop', '', '5.4.6'],
  ])('%s', (text, reply, enhanced) => {
    expect(firstCodes(text)).toEqual({ reply, enhanced })
  })

  it('takes 5.1.10 and 5.1.1 for two codes', () => {
    expect(classify({ diagnostic: 'xyz', enhancedCode: '5.1.10' }).evidence.rule).toBe('5.1.10')
    expect(classify({ diagnostic: 'xyz', enhancedCode: '5.1.1' }).evidence.rule).toBe('5.1.1')
    expect(classify({ diagnostic: 'xyz', enhancedCode: '5.7.509' }).category).toBe('authentication')
  })
})

describe('words and codes', () => {
  it('believes the words where code and words contradict', () => {
    expect(classify({ diagnostic: '550 5.1.1 The mailbox is full' }).category).toBe('mailbox_full')
    expect(classify({ diagnostic: 'User unknown', smtpCode: '552', enhancedCode: '5.2.2' }).category).toBe(
      'invalid_recipient',
    )
    expect(classify({ diagnostic: '550 4.4.7 Relay access denied' }).category).toBe('relay_denied')
  })

  it('takes the given codes over those in the text', () => {
    expect(classify({ diagnostic: '450 User unknown', smtpCode: '550' }).bounceType).toBe('hard')
    expect(classify({ diagnostic: '550 User unknown', smtpCode: '450' }).bounceType).toBe('soft')
  })

  it('falls from enhanced code to reply code to the provider’s class, and suppresses nobody for a bare 550', () => {
    expect(classify({ diagnostic: '550 5.2.2 zzz' })).toMatchObject({
      category: 'mailbox_full',
      evidence: { layer: 'enhanced_code', text: '5.2.2' },
    })
    expect(classify({ diagnostic: 'zzz', smtpCode: '535' })).toMatchObject({
      category: 'authentication',
      evidence: { layer: 'reply_code', start: 0, end: 0 },
    })
    expect(classify({ diagnostic: '', vendorClass: 'sparkpost:22' })).toMatchObject({
      category: 'mailbox_full',
      evidence: { layer: 'vendor_class' },
    })
    expect(classify({ diagnostic: '550' })).toMatchObject({
      category: 'unclassified',
      bounceType: null,
      disposition: null,
      confidence: 0,
    })
    expect(classify({ diagnostic: '' })).toMatchObject({ kind: 'bounce', category: 'unclassified' })
  })

  it('takes 2yz for delivered, and a provider’s own suppression for an echo', () => {
    expect(classify({ diagnostic: '250 2.0.0 OK 1700000000 a1b2' }).kind).toBe('delivered')
    expect(classify({ diagnostic: 'ok', enhancedCode: '2.1.5' }).kind).toBe('delivered')
    expect(classify({ diagnostic: 'Message accepted', smtpCode: '250' }).kind).toBe('delivered')
    expect(
      classify({ diagnostic: 'user unknown', vendorClass: 'ses:Permanent/OnAccountSuppressionList' }),
    ).toMatchObject({ kind: 'echo', category: null })
    expect(classify({ diagnostic: '', vendorClass: 'sparkpost:60' }).kind).toBe('auto_reply')
  })

  it('reads only words, never those of addresses, hosts and links around them', () => {
    expect(classify({ diagnostic: '<mailbox-full@quota.example>: 550 User unknown' }).category).toBe(
      'invalid_recipient',
    )
    expect(classify({ diagnostic: 'host user.unknown.example said: 552 Mailbox full' }).category).toBe(
      'mailbox_full',
    )
  })
})
