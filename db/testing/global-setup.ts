import type { TestProject } from 'vitest/node'
import { env } from '@/lib/env'
import { createTemplate, dropDatabase } from './server'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { url: string; template: string }
  }
}

/** Once a run: a Postgres server (REBOUND_TEST_DATABASE_URL, else an embedded one in a temporary folder) and a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  const template = await createTemplate(server.url)
  project.provide('testServer', { url: server.url, template })
  return async () => {
    await dropDatabase(server.url, template, true)
    await server.stop()
  }
}

async function findServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = env().REBOUND_TEST_DATABASE_URL
  if (url) return { url, stop: async () => {} }
  const { startTestServer } = await import('@/db/embedded/test-server')
  return startTestServer()
}
