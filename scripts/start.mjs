// `npm start` and `npm run dev`. Plain Node and no packages here: on a fresh clone there are none yet.
import { prepare } from './start/prepare.mjs'

await prepare({ development: process.argv.includes('--dev') })
const { register } = await import('tsx/esm/api')
register()
const { main } = await import('./start/main.ts')
await main({ development: process.argv.includes('--dev') })
