import { setTimeout as wait } from 'node:timers/promises'
import { randomFrom } from '@/lib/resubmit/random'
import { goOn, look, type Place } from './import'
import { seconds, type Report } from './report'
import type { Lab } from './stack'

const KILLS = 20
const LOOK_MS = 20
/** After the import comes to the chosen place, so long at most until the kill: any point of a step. */
const WITHIN_STEP_MS = 1000
const RESUME_MS = 30_000
const GIVE_UP_MS = 180_000

interface Plan {
  seed: number
  kill: () => Promise<void>
  /** Whether somebody works on the import again since the kill. */
  resumed: (before: Place, now: Place) => boolean
  /** Hears every look. */
  onLook?: (place: Place | null) => void
}

/** Kills at 20 moments of one import chosen by chance, from its first to its last step; checks that it goes on by itself each time. */
export async function killOften(report: Report, lab: Lab, importId: string, plan: Plan): Promise<void> {
  const random = randomFrom(String(plan.seed))
  const moments = momentsOf(random)
  const waits: number[] = []
  let done = 0
  let last: Place | null = null
  for (const moment of moments) {
    // Three deaths without a step between them are a file that kills: each kill waits for one.
    const moved = (now: Place) => last === null || now.at > last.at || now.stored > last.stored
    const before = await until(lab, importId, plan, (now) => now.at >= moment && moved(now))
    if (before.at === 3) break
    await wait(random() * WITHIN_STEP_MS)
    const place: Place = (last = (await look(lab, importId)) ?? before)
    if (place.at === 3) break
    const since = performance.now()
    await plan.kill()
    done++
    await until(lab, importId, plan, (now) => plan.resumed(place, now) || now.at === 3)
    waits.push(performance.now() - since)
    report.figure(`kill ${done} at ${describe(place)}`, `goes on after ${seconds(waits.at(-1)!)}`)
  }
  report.figure('kills', `${done} of ${KILLS} before the import ended`)
  report.check(
    'it goes on by itself within 30 s',
    Math.max(...waits) <= RESUME_MS,
    `at most ${seconds(Math.max(...waits))}`,
  )
}

/** Ascending; most of them anywhere, some just before the end, where everything is settled. */
function momentsOf(random: () => number): number[] {
  const anywhere = Array.from({ length: KILLS - 3 }, () => random() * 2.95)
  return [...anywhere, 2.96, 2.98, 2.99].sort((a, b) => a - b)
}

async function until(
  lab: Lab,
  importId: string,
  { onLook }: Plan,
  enough: (now: Place) => boolean,
): Promise<Place> {
  for (const end = performance.now() + GIVE_UP_MS; performance.now() < end; await wait(LOOK_MS)) {
    const now = await look(lab, importId)
    onLook?.(now)
    if (!now) continue
    await goOn(lab, importId, now)
    if (enough(now)) return now
  }
  throw new Error('The import came no further in three minutes.')
}

function describe({ at, state }: Place): string {
  const phase = ['reading', 'checking', 'storing'][Math.floor(at)] ?? state
  return `${phase} ${((at % 1) * 100).toFixed(0)} %`
}
