import { describe, expect, it } from 'vitest'
import { withoutAddresses } from '@/lib/log'

describe('withoutAddresses', () => {
  it.each([
    ['550 <ann.lee+q1@acme.example> unknown', '550 <[address]> unknown'],
    ['{"msg":"Key (email)=(ann@acme.example) exists"}', '{"msg":"Key (email)=([address]) exists"}'],
    ['postgres://rebound:s3cret@127.0.0.1:5432/rebound', 'postgres://rebound:[address]:5432/rebound'],
    ['two a@b.example, c@d.example', 'two [address], [address]'],
    ['jörg@müller.example', '[address]'],
  ])('%s', (line, expected) => {
    expect(withoutAddresses(line)).toBe(expected)
  })

  it('leaves a line without an address as it is', () => {
    expect(withoutAddresses('{"level":"info","msg":"12 @ 3"}')).toBe('{"level":"info","msg":"12 @ 3"}')
  })
})
