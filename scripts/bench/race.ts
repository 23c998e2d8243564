import { randomFrom } from '@/lib/resubmit/random'
import { race } from '@/lib/jobs/handover/testing/race'
import { benchContext, openBenchDatabase } from './data/bench-database'

export const summary =
  'the race of hand-overs with the Do Not Email list: npm run bench -- race [rounds=50] [contacts=2000] [listed=200] [seed]'

/** Hands batches over to a real receiver that takes 0–300 ms, while addresses of them are listed; counts hand-overs after the listing. */
export async function run([
  rounds = '50',
  contacts = '2000',
  listed = '200',
  seed = 'race',
]: string[]): Promise<void> {
  const database = await openBenchDatabase('rebound_bench_race')
  const random = randomFrom(seed)
  const sum = { handedOver: 0, skipped: 0, before: 0, tooLate: 0 }
  try {
    for (let round = 1; round <= Number(rounds); round += 1) {
      const ctx = { ...(await benchContext(database, `race-${round}`)), now: new Date() }
      const outcome = await race(database.sql, ctx, {
        contacts: Number(contacts),
        listed: Number(listed),
        random,
      })
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += outcome[key]
      console.log(
        `round ${round}: ${outcome.handedOver} handed over, ${outcome.skipped} listed in time, ${outcome.before} listed after, ${outcome.tooLate} too late`,
      )
    }
  } finally {
    await database.close()
  }
  console.log(
    `seed ${seed}: ${sum.tooLate} hand-overs after the list said no, of ${sum.skipped + sum.before + sum.tooLate} listed`,
  )
  if (sum.tooLate > 0) process.exitCode = 1
}
