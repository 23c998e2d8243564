// The worker process of `npm start`: takes imports and other jobs from the database.
import { startWorker } from '@/lib/jobs/worker'
import { requireDatabaseUrl } from '@/lib/env'
import { onStop } from './stop-signal.mjs'

const worker = await startWorker({ databaseUrl: requireDatabaseUrl() })
process.send?.('ready')
onStop(async () => {
  await worker.stop()
  process.exit(0)
})
