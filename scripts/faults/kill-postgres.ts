import { writeBigFile } from './lab/big-file'
import { Health } from './lab/health'
import { begin, checkStored, toTheEnd, type Place } from './lab/import'
import { killOften } from './lab/kills'
import { seconds, type Report, type Scale } from './lab/report'
import { openLab } from './lab/stack'

export const summary =
  'kill -9 of Postgres at 20 moments of one import: exact, 503 meanwhile, no other process ends'

const ANSWER_MS = 5000

export async function run(report: Report, { rows, seed }: Scale): Promise<void> {
  const lab = await openLab()
  try {
    const { path, manifest } = await writeBigFile(lab.folder, rows, seed)
    const importId = await lab.upload(path)
    await begin(lab, importId)
    const processes = () => `${lab.pidOf('web')} and ${lab.pidOf('worker')}`
    const first = processes()
    const health = new Health(lab)
    let [stored, lost] = [0, 0]
    const onLook = (place: Place | null) => {
      if (!place || place.at === 3) return
      lost = Math.max(lost, stored - place.stored)
      stored = Math.max(stored, place.stored)
    }
    await killOften(report, lab, importId, {
      seed,
      kill: async () => {
        health.forget()
        await lab.stack.killDatabase()
      },
      // Each of them has to be seen: away, back, and the import at another place.
      resumed: (before, now) =>
        health.wasSick && health.isWell && (now.fence > before.fence || now.at !== before.at),
      onLook,
    })
    const end = await toTheEnd(lab, importId)
    const { statuses, slowest } = await health.end()
    const ended = lab.stack.said().match(/^The (web process|worker) ended.*$/gm) ?? []
    report.check('web process and worker live on', processes() === first, ended.join(' '))
    const answers = [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ')
    report.check(
      'health says 200 or 503 and nothing else',
      !statuses.has('none') && statuses.size === 2,
      answers,
    )
    report.check('health answers within 5 s', slowest <= ANSWER_MS, `at most ${seconds(slowest)}`)
    report.check('rows that were stored stay stored', lost === 0, `${lost} lost`)
    await checkStored(report, lab, end, manifest)
  } finally {
    await lab.close()
  }
}
