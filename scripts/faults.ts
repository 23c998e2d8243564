// What can go wrong, made to go wrong on purpose, too long for `npm test`: npm run test:faults -- [NAME …] [--rows N] [--seed N]
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Report, type Scale } from './faults/lab/report'

/** What each file of scripts/faults exports. */
interface Experiment {
  summary: string
  run: (report: Report, scale: Scale) => Promise<void>
}

const folder = fileURLToPath(new URL('./faults/', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    list: { type: 'boolean', default: false },
  },
})
const scale = { rows: Number(values.rows), seed: Number(values.seed) }
const load = (name: string) => import(`./faults/${name}.ts`) as Promise<Experiment>

const unknown = positionals.filter((name) => !names.includes(name))
if (values.list || unknown.length > 0) {
  for (const name of names)
    console.log(`npm run test:faults -- ${name.padEnd(14)} ${(await load(name)).summary}`)
  if (unknown.length > 0) console.error(`There is no experiment “${unknown.join('”, “')}”.`)
  process.exit(unknown.length > 0 ? 2 : 0)
}

let failed = 0
for (const name of positionals.length > 0 ? positionals : names) {
  const { summary, run } = await load(name)
  const report = new Report()
  console.log(`\n${name}: ${summary}\n      --seed ${scale.seed} --rows ${scale.rows}`)
  await run(report, scale).catch((error: unknown) => report.broke(error))
  failed += report.failed
}
console.log(failed === 0 ? '\nPASS' : `\nFAIL  ${failed} (again: --seed ${scale.seed} --rows ${scale.rows})`)
process.exit(failed === 0 ? 0 : 1)
