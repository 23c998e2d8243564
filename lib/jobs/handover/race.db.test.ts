import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/db/testing'
import { randomFrom } from '@/lib/resubmit/random'
import { addWorkspace } from '@/lib/services/testing/people'
import { race } from './testing/race'

let test: TestDatabase
beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.close())

it('never hands over to an address after the call that listed it has returned', async () => {
  const random = randomFrom('race')
  for (let round = 0; round < 2; round += 1) {
    const ctx = { ...(await addWorkspace(test)), now: new Date() }
    const outcome = await race(test.sql, ctx, { contacts: 400, listed: 40, random })
    expect(outcome.tooLate).toBe(0)
    expect(outcome.skipped, 'some were listed in time, or the round shows nothing').toBeGreaterThan(0)
    expect(outcome.handedOver + outcome.skipped).toBe(400)
  }
}, 240_000)
