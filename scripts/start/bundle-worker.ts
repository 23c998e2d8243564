import { join } from 'node:path'
import { build, stop } from 'esbuild'

/** Where the bundled worker stands in a build. */
export const workerIn = (dist: string) => join(dist, 'worker', 'worker.mjs')

/**
 * Bundles the worker and its reading thread into a build: a loader of TypeScript in each of them would take 70 MB more. Libraries
 * stay where they are. Rejects where a source can't be bundled.
 */
export async function bundleWorker(dist: string): Promise<void> {
  await build({
    entryPoints: { worker: 'scripts/start/worker.ts', thread: 'lib/jobs/reading/thread.ts' },
    outdir: join(dist, 'worker'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    keepNames: true,
    logLevel: 'silent',
  })
  // Its service would stay as long as we do, with 50 MB.
  await stop()
}
