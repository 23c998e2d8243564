import { startWorker } from '@/lib/jobs/worker'
import { requireDatabaseUrl } from '@/lib/env'

// A worker in a process of its own, for tests that kill it.
await startWorker({ databaseUrl: requireDatabaseUrl() })
process.send?.('ready')
