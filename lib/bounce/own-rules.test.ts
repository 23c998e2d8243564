import { describe, expect, it } from 'vitest'
import { foldText, hasCode, OwnDecisions, saysWords, type RuledReply, type WordingRule } from './own-rules'

const rule = (part: Partial<WordingRule> & { id: string }): WordingRule => ({
  words: 'greylisted',
  code: '',
  provider: '',
  account: '',
  category: 'server_unavailable',
  ...part,
})
const reply = (part: Partial<RuledReply> = {}): RuledReply => ({
  templateId: 't1',
  template: '451 4.7.1 Greylisted, come back in {number} seconds',
  smtpCode: '',
  enhancedCode: '',
  provider: 'google',
  account: 'anna@acme.example',
  ...part,
})

describe('words of a rule', () => {
  it('are met whatever the case, the spacing and the accents', () => {
    expect(saysWords('550 Boîte  Aux\nLettres pleine', 'boite aux lettres PLEINE')).toBe(true)
    expect(saysWords('550 user doesn’t exist', "doesn't exist")).toBe(true)
    expect(saysWords('550 user unknown', 'mailbox')).toBe(false)
    expect(saysWords('550 user unknown', '  ')).toBe(false)
    expect(foldText(' ÄB\t C ')).toBe('ab c')
  })
})

describe('the code of a rule', () => {
  it('is read from its field, else from the text', () => {
    expect(hasCode('451', reply())).toBe(true)
    expect(hasCode('4.7.1', reply())).toBe(true)
    expect(hasCode('451', reply({ smtpCode: '450' }))).toBe(false)
    expect(hasCode('4.7.0', reply({ enhancedCode: '4.7.0' }))).toBe(true)
    expect(hasCode('550', reply())).toBe(false)
  })
})

describe('own decisions', () => {
  const decide = (
    wording: WordingRule[],
    part: Partial<RuledReply> = {},
    templates: [string, string][] = [],
  ) => new OwnDecisions({ templates, wording }).decide(reply(part))

  it('let a decision for the template outrank every rule on words', () => {
    const found = decide([rule({ id: 'w' })], {}, [['t1', 'spam_block']])
    expect(found).toEqual({ category: 'spam_block', by: 't1' })
    expect(decide([rule({ id: 'w' })], {}, [['t2', 'spam_block']])?.by).toBe('w')
  })

  it('take the first rule of which everything applies', () => {
    const rules = [
      rule({ id: 'other words', words: 'quota' }),
      rule({ id: 'other code', code: '550' }),
      rule({ id: 'other provider', provider: 'yahoo' }),
      rule({ id: 'other account', account: 'ben@acme.example' }),
      rule({ id: 'right', provider: 'google', account: 'anna@acme.example', code: '451' }),
      rule({ id: 'later' }),
    ]
    expect(decide(rules)?.by).toBe('right')
    expect(decide(rules, { provider: 'yahoo' })?.by).toBe('other provider')
    expect(decide(rules.slice(0, 4))).toBeNull()
    expect(decide([])).toBeNull()
  })
})
