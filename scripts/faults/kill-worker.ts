import { writeBigFile } from './lab/big-file'
import { begin, checkStored, toTheEnd, type Place } from './lab/import'
import { killOften } from './lab/kills'
import type { Report, Scale } from './lab/report'
import { openLab } from './lab/stack'

export const summary = 'kill -9 of the worker at 20 moments of one import: exact, and on by itself'

/** Progress that a step at hand may take with it. */
const STEP = 0.15

export async function run(report: Report, { rows, seed }: Scale): Promise<void> {
  const lab = await openLab()
  try {
    const { path, manifest } = await writeBigFile(lab.folder, rows, seed)
    const importId = await lab.upload(path)
    await begin(lab, importId)
    let [furthest, back] = [0, 0]
    const onLook = (place: Place | null) => {
      if (!place) return
      back = Math.max(back, furthest - place.at)
      furthest = Math.max(furthest, place.at)
    }
    let killed = 0
    await killOften(report, lab, importId, {
      seed,
      kill: async () => {
        const pid = lab.pidOf('worker')
        if (pid) process.kill((killed = pid), 'SIGKILL')
      },
      resumed: (before, now) => {
        const pid = lab.pidOf('worker')
        return pid !== null && pid !== killed && now.held && now.fence > before.fence
      },
      onLook,
    })
    const end = await toTheEnd(lab, importId)
    report.check(
      'progress never goes back by more than a step',
      back <= STEP,
      `at most ${(back * 100).toFixed(1)} % of a phase`,
    )
    await checkStored(report, lab, end, manifest)
  } finally {
    await lab.close()
  }
}
