import type { APIRequestContext, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { startOwnStack, type OwnStack } from './own-stack'

// What a log may never hold, in every part of whom and what we know.
const CANARY = 'zzcanary'
const PERSON = `${CANARY}.person@${CANARY}-firm.example`
const EMAIL = `${CANARY}-admin@example.com`
const PASSWORD = `${CANARY} long password`
const REPLY = `550 5.1.1 <${PERSON}>: ${CANARY}words user unknown`
const MARCH = 'from=2026-03-01&to=2026-03-31'
const FILE = [
  'email,reason,sending account,campaign,occurred at',
  ...Array.from(
    { length: 30 },
    (_, n) =>
      `p${n}.${PERSON},"${REPLY} ${n}",${CANARY}@sender.example,${CANARY} campaign,2026-03-0${1 + (n % 9)}T10:00:00Z`,
  ),
  `no address ${CANARY},"${REPLY}",${CANARY}@sender.example,x,yesterday`,
].join('\n')

let stack: OwnStack
test.use({ storageState: { cookies: [], origins: [] } })
test.beforeAll(async () => {
  stack = await startOwnStack({
    REBOUND_ADMIN_EMAIL: EMAIL,
    REBOUND_ADMIN_PASSWORD: PASSWORD,
    REBOUND_LOG_LEVEL: 'trace',
  })
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function signIn(page: Page) {
  await page.goto(`${stack.origin}/sign-in`)
  for (const [email, password] of [
    [PERSON, `${CANARY} wrong password`],
    [EMAIL, PASSWORD],
  ] as const) {
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    if (email === PERSON) await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  }
  await expect(page).toHaveURL(/\/w\/[a-z0-9-]+$/)
  return new URL(page.url()).pathname
}

async function importFile(page: Page, home: string) {
  await page.goto(`${stack.origin}${home}/imports`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (
    await chooser
  ).setFiles({
    name: `${CANARY}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(FILE),
  })
  await expect(heading(page)).toHaveText('How is this file to be read?')
  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(heading(page)).toHaveText('Check before importing', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Import 30 bounces' }).click()
  await expect(heading(page)).toHaveText('Imported', { timeout: 60_000 })
}

/** Pages and handlers with the canary in what is asked for. */
function asked(home: string): string[] {
  const q = encodeURIComponent(PERSON)
  const found = `${MARCH}&q=${CANARY}words`
  return [
    home,
    `${home}/bounces?q=${q}`,
    `${home}/bounces?${found}`,
    `/api${home}/bounces/export?${found}`,
    `${home}?account=${CANARY}@sender.example`,
    `${home}/guide`,
    `${home}/accounts`,
    `/api${home}/bounces/export?q=${q}`,
    `${home}/dne?q=${q}`,
    `${home}/dne?q=${CANARY}&reason=${CANARY}`,
    `/api${home}/dne/export?q=${q}`,
    `${home}/dne/suggestions?category=${CANARY}`,
    `${home}/resubmit?account=${CANARY}@sender.example`,
    `${home}/activity?about=${q}`,
    `/api${home}/activity?about=${q}`,
    `/api${home}/filter-options?of=${CANARY}`,
    `/api${home}/imports/${CANARY}`,
    `${home}/bounces?cursor=${CANARY}&sort=${CANARY}`,
    `/w/${CANARY}/bounces?q=${q}`,
    `/invite/sales/${CANARY}`,
  ]
}

async function askAll(request: APIRequestContext, home: string) {
  for (const path of asked(home)) await (await request.get(`${stack.origin}${path}`)).body()
}

/** What is refused, broken or cut. */
async function sendNonsense(request: APIRequestContext, home: string) {
  const headers = { origin: stack.origin }
  const uploads = `${stack.origin}/api${home}/uploads`
  const wrongHash = `${uploads}?name=${CANARY}.csv&sha256=${'0'.repeat(64)}`
  const answers = [
    await request.post(wrongHash, { headers, data: FILE }),
    await request.post(uploads, { headers: { origin: `https://${CANARY}.example` }, data: FILE }),
    await request.post(`${uploads}/${CANARY}`, { headers, data: `{"${CANARY}` }),
  ]
  for (const answer of answers) expect(answer.ok()).toBe(false)
}

test('no log line holds an address, a reply or a name, whatever is done and whatever fails', async ({
  page,
}) => {
  const home = await signIn(page)
  await importFile(page, home)
  await askAll(page.request, home)
  await sendNonsense(page.request, home)
  await stack.killDatabase()
  await askAll(page.request, home)
  await expect
    .poll(async () => (await page.request.get(`${stack.origin}/api/health`)).status(), { timeout: 30_000 })
    .toBe(200)
  await page.goto(`${stack.origin}${home}/bounces?${MARCH}&q=${CANARY}words`)
  await expect(page.getByRole('main')).toContainText(PERSON)
  const lines = await stack.stop()
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.join('\n')).toContain('The database runs again.')
  expect(lines.filter((line) => line.toLowerCase().includes(CANARY))).toEqual([])
})
