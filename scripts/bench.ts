// Figures, not tests: npm run bench -- NAME …, without a name it lists what there is.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What each file of scripts/bench exports. */
interface Bench {
  /** One line: what it measures, and its options. */
  summary: string
  run: (args: string[]) => Promise<void>
}

const folder = fileURLToPath(new URL('./bench/', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
const [wanted, ...args] = process.argv.slice(2)
const load = (name: string) => import(`./bench/${name}.ts`) as Promise<Bench>

if (wanted && names.includes(wanted)) {
  await (await load(wanted)).run(args)
} else {
  for (const name of names) console.log(`npm run bench -- ${name.padEnd(10)} ${(await load(name)).summary}`)
  if (wanted) console.error(`There is no bench “${wanted}”.`)
  process.exitCode = wanted ? 2 : 0
}
