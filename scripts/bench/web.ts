import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { visitInBrowser } from './data/web-lab'
import { startBenchServer } from './data/web-server'
import { firstBytes, percentile, scriptSize } from './data/web-visits'

export const summary =
  'the overview of a sample quarter on a production build: JavaScript, LCP, CLS, INP, and 16 viewers at once  [--keep] [--as-built]'

const VIEWERS = 16
const ms = (time: number) => `${time.toFixed(0).padStart(6)} ms`

/** Starts a server of its own, measures it, and ends it. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { keep: { type: 'boolean', default: false }, 'as-built': { type: 'boolean', default: false } },
  })
  const server = await startBenchServer({ keep: values.keep, build: !values['as-built'] })
  try {
    const script = await scriptSize(server)
    console.log(
      `JavaScript at first load         ${(script / 1000).toFixed(0).padStart(6)} kB gzip (at most 200)`,
    )
    const lab = await visitInBrowser(server)
    console.log(`largest contentful paint         ${ms(lab.lcp)} (at most 2,000)`)
    console.log(`layout shift                     ${lab.cls.toFixed(3).padStart(6)} (at most 0.1)`)
    console.log(
      `interaction to next paint        ${ms(lab.inp)} (at most 150), the slowest of ${lab.interactions}`,
    )
    await firstBytes(server, { viewers: VIEWERS, rounds: 2, pauseMs: 0 })
    for (const pauseMs of [0, 1000]) {
      const before = server.cpu()
      const times = await firstBytes(server, { viewers: VIEWERS, rounds: 15, pauseMs })
      const each = (server.cpu() - before) / times.length
      console.log(
        `first byte, ${VIEWERS} viewers, ${pauseMs ? '1 s pauses' : 'no pause  '}  p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))} (at most 400); ` +
          `${each.toFixed(0)} ms of the web process a page; machine load ${loadavg()[0]!.toFixed(1)}`,
      )
    }
  } finally {
    await server.close()
  }
}
