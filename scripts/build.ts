// The production build by itself: what `npm start` does when the sources changed.
import { env } from '@/lib/env'
import { buildIfChanged } from './start/build'

await buildIfChanged(env().REBOUND_DIST_DIR, new AbortController().signal, console.log)
console.log(`The build in ${env().REBOUND_DIST_DIR} is made from these sources.`)
