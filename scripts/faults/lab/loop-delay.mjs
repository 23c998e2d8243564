// Loaded into the web process by NODE_OPTIONS: at SIGUSR2 it tells how late its event loop was since the last one.
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const file = process.env.REBOUND_FAULTS_LOOP
if (file && process.argv[1]?.endsWith('web.mjs')) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  process.on('SIGUSR2', () => {
    writeFileSync(file, JSON.stringify({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 }))
    delay.reset()
  })
}
