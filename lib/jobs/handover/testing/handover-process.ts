import { openSql } from '@/db/client'
import { runBatch } from '../run-batch'
import { waitingBatches } from '../lease'
import { labDeps } from './lab'
import { requireDatabaseUrl } from '@/lib/env'

// Hands over in a process of its own, for tests that kill it.
const sql = openSql(requireDatabaseUrl(), 4)
const deps = labDeps(sql)
process.send?.('ready')
for (;;) {
  for (const place of await waitingBatches(sql, new Date())) await runBatch(deps, place)
  await new Promise((resolve) => setTimeout(resolve, 50))
}
