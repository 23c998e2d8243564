import { spawnSync } from 'node:child_process'
import { expect, test } from './fixtures'

/** Another `npm start` on the data folder of the server under test. */
function startAgain(baseURL: string | undefined, changes: Record<string, string> = {}) {
  const env = {
    ...process.env,
    PORT: new URL(baseURL ?? '').port,
    REBOUND_DATA_DIR: process.env.REBOUND_E2E_DATA,
    ...changes,
  }
  return spawnSync(process.execPath, ['scripts/start.mjs'], { env, encoding: 'utf8', timeout: 30_000 })
}

test.describe('the front door', () => {
  test('answers whether it is well, to everybody', async ({ request }) => {
    const answer = await request.get('/api/health')
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toEqual({ status: 'ok' })
    expect(answer.headers()['x-powered-by']).toBeUndefined()
  })

  test('a second start says where the first one runs', async ({ baseURL }) => {
    const { status, stdout } = startAgain(baseURL)
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining(`Rebound already runs on this data folder: ${baseURL}`),
    })
  })

  test('a second start elsewhere on the same data refuses, and says why', async ({ baseURL }) => {
    const { status, stderr } = startAgain(baseURL, { PORT: '3399' })
    expect(status).toBe(1)
    expect(stderr).toContain(`already runs on this data folder: ${baseURL}`)
  })

  test('a bad setting is told by name', async ({ baseURL }) => {
    const { status, stderr } = startAgain(baseURL, { PORT: 'web', HOST: 'two words' })
    expect(status).toBe(1)
    expect(stderr).toMatch(/PORT must be .*\nHOST must be /)
  })
})
