import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../categories'
import { classify } from '.'

/** The canonical replies of the help article, each with its code. */
const CANONICAL: [string, string][] = [
  ['invalid_recipient', '550 5.1.1 User unknown'],
  ['mailbox_full', '552 5.2.2 Mailbox full'],
  ['spam_block', '550 5.7.1 Message rejected due to content restrictions'],
  ['relay_denied', '554 5.7.1 Relay access denied'],
  ['server_unavailable', '451 4.4.0 Temporary server error'],
  ['invalid_format', '554 5.6.0 Invalid message content'],
  ['message_too_large', '552 5.3.4 Message size exceeds fixed maximum'],
  ['authentication', '535 5.7.8 Authentication credentials invalid'],
  ['domain_not_found', '550 5.1.2 Domain not found'],
  ['blacklisted', '554 5.7.1 Rejected: IP address is blacklisted'],
  ['too_many_recipients', '452 4.5.3 Too many recipients'],
  ['dns_failure', '550 5.4.4 Unable to resolve domain'],
  ['mail_loop', '500 5.4.6 Routing loop detected'],
  ['policy_violation', '550 5.7.0 Policy-related rejection'],
  ['sending_limit', '421 4.7.0 [Temporary Deferral] Sending Limits Exceeded'],
  ['sending_limit', '452 4.2.2 Mailbox Full or Sending Limit Exceeded'],
  ['sending_limit', '550 5.4.5 Daily Sending Quota Exceeded'],
  ['sending_limit', '554 5.7.1 Too Many Messages Sent or Too Many Recipients'],
]

function variants(reply: string): string[] {
  const [, code, enhanced, words] = /^(\d{3}) (\d\.\d\.\d) (.*)$/.exec(reply)!
  const [first, ...rest] = words!.split(' ')
  return [
    reply,
    words!,
    reply.toUpperCase(),
    reply.toLowerCase(),
    `${code}-${enhanced} ${first}\r\n${code} ${enhanced} ${rest.join(' ')}`,
    `${code}-${enhanced} ${first} ${code} ${enhanced} ${rest.join(' ')}`,
    `smtp; ${reply}`,
    `host mx1.example.net[192.0.2.10] said: ${reply} (in reply to RCPT TO command)`,
    `<kim.berg@example.com>: ${reply}`,
    `"${code} #${enhanced} ${words}"`,
    `${code} ${enhanced} <kim@example.com>: ${words} [AM0EUR02FT012.example.com 2026-03-04T05:06:07.890Z 08DD1A2B3C4D5E6F]`,
    `SMTP error from remote mail server after end of data: ${code}-${enhanced} ${words} d9443c01a7336-20c0a1b2c3dsi1234567`,
  ]
}

describe('the canonical replies', () => {
  it.each(CANONICAL)('reads %s from “%s” in every dress', (category, reply) => {
    for (const text of variants(reply)) {
      const verdict = classify({ diagnostic: text })
      expect(verdict.kind, text).toBe('bounce')
      expect(verdict.category, text).toBe(category)
    }
  })

  it.each(CANONICAL)('gives %s with the code in its own column', (category, reply) => {
    const [, smtpCode, enhancedCode, diagnostic] = /^(\d{3}) (\d\.\d\.\d) (.*)$/.exec(reply)!
    expect(classify({ diagnostic: diagnostic!, smtpCode, enhancedCode }).category).toBe(category)
  })

  it('are among the examples that the guide shows, which all read right', () => {
    const shown = CATEGORIES.flatMap((category) =>
      category.examples.map((text) => [category.id, text] as const),
    )
    for (const [id, text] of CANONICAL) expect(shown).toContainEqual([id, text])
    for (const [id, text] of shown) expect(classify({ diagnostic: text }).category, text).toBe(id)
  })

  it('suppresses for good only where the reply is permanent', () => {
    expect(classify({ diagnostic: '550 5.1.1 User unknown' })).toMatchObject({
      bounceType: 'hard',
      disposition: 'suppress',
    })
    expect(classify({ diagnostic: '450 4.1.1 User unknown' })).toMatchObject({
      bounceType: 'soft',
      disposition: 'suppress',
    })
    expect(classify({ diagnostic: '550 5.2.2 Mailbox full' })).toMatchObject({
      bounceType: 'soft',
      disposition: 'retry',
    })
    expect(classify({ diagnostic: '452 4.1.2 Domain not found' }).bounceType).toBe('soft')
  })
})
