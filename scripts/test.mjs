// `npm test`: every check and every test, in order, also after one failed. The last line is `N passed, N failed`.
import { prepare } from './start/prepare.mjs'

await prepare()
const { runStages } = await import('./test/stages.mjs')
const { passed, failed } = await runStages(process.argv.slice(2))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
