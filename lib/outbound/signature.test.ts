import { expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { seal, unseal } from './seal'
import { newSigningSecret, signedHeaders } from './signature'

const body = JSON.stringify({ type: 'contact.resubmit', data: { name: 'Zoë “x” 😀' } })
const message = { id: '0198f0c2-0000-7000-8000-000000000001', at: new Date(), body }

it('is what the reference implementation accepts, with the new secret and with the one before', () => {
  const [fresh, before, other] = [newSigningSecret(), newSigningSecret(), newSigningSecret()]
  const headers = signedHeaders([fresh, before], message)
  expect(new Webhook(fresh).verify(body, headers)).toEqual(JSON.parse(body))
  expect(new Webhook(before).verify(body, headers)).toEqual(JSON.parse(body))
  expect(() => new Webhook(other).verify(body, headers)).toThrow('No matching signature found')
  expect(() => new Webhook(fresh).verify(body.replace('Zoë', 'Zoe'), headers)).toThrow(
    'No matching signature found',
  )
  expect(() => new Webhook(fresh).verify(body, { ...headers, 'webhook-id': 'other' })).toThrow(
    'No matching signature found',
  )
})

it('is refused when it is old', () => {
  const secret = newSigningSecret()
  const headers = signedHeaders([secret], { ...message, at: new Date(Date.now() - 600_000) })
  expect(() => new Webhook(secret).verify(body, headers)).toThrow('too old')
})

it('comes from a secret that is kept sealed', () => {
  const secret = newSigningSecret()
  const key = 'a'.repeat(40)
  const sealed = seal(secret, key, 'w 1')
  expect(sealed.includes(Buffer.from(secret))).toBe(false)
  expect(seal(secret, key, 'w 1').equals(sealed)).toBe(false)
  expect(unseal(sealed, key, 'w 1')).toBe(secret)
  expect(() => unseal(sealed, key, 'w 2')).toThrow('unable to authenticate')
  expect(() => unseal(sealed, 'b'.repeat(40), 'w 1')).toThrow('unable to authenticate')
  sealed[sealed.length - 1]! ^= 1
  expect(() => unseal(sealed, key, 'w 1')).toThrow('unable to authenticate')
})
