import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { drop } from './drop'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownWorkspace } from './own-workspace'

let home: string
test.beforeAll(async () => {
  home = await ownWorkspace()
})

const file = (name: string) => `e2e/files/${name}`
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Uploads one file from the imports page and waits for its own page. */
async function upload(page: Page, source: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto(`${home}/imports`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(source)
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
}

/** From the columns through the dry run. */
async function check(page: Page) {
  await expect(heading(page)).toHaveText('How is this file to be read?')
  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(heading(page)).toHaveText('Check before importing', { timeout: 30_000 })
}

async function importIt(page: Page, count: number) {
  await page.getByRole('button', { name: `Import ${count.toLocaleString('en')} bounce` }).click()
  await expect(heading(page)).toHaveText('Imported', { timeout: 60_000 })
}

async function undo(page: Page, count: number) {
  await page.getByRole('button', { name: 'Undo import' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`${count} bounces`)
  await dialog.getByRole('button', { name: `Take ${count} bounces back` }).click()
  await expect(page.getByText('This import was undone')).toBeVisible({ timeout: 30_000 })
}

/** The figure of a line such as "Already known". */
const line = (page: Page, term: string) =>
  page.locator('dl > div', { has: page.locator('dt', { hasText: term }) }).locator('dd')

test.describe.configure({ mode: 'serial' })

test('a dropped file goes from its columns to the overview and back', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(home)
  await drop(page, { 'march.csv': await readFile(file('march.csv')) })
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
  await expect(page.getByLabel('Read Email as')).toHaveValue('recipient')
  await expect(page.getByLabel('Read Campaign as')).toHaveValue('campaign')
  await expect(page.getByRole('table', { name: /first rows/i })).toContainText('ada.m0@northlight.example')
  await check(page)
  await expect(line(page, 'New')).toHaveText('40')
  await expect(line(page, 'Rows in the file')).toHaveText('40')
  await importIt(page, 40)
  const result = page.url()
  await expect(line(page, 'Imported')).toHaveText('40')
  await expect(line(page, 'maria@sender.example')).toHaveText('20')

  await page.getByRole('link', { name: 'Open the overview' }).click()
  await expect(page).toHaveURL(/\?from=2024-03-\d\d&to=2024-03-\d\d$/)
  await expect(
    page
      .getByLabel(/^Key figures/)
      .getByRole('link')
      .first(),
  ).toHaveText('40')
  await page.goto(`${home}?from=2024-03-01&to=2024-03-31&account=maria@sender.example`)
  await expect(page.getByRole('main')).toContainText('20')
  await page.goto(`${home}/imports`)
  await expect(page.getByRole('row', { name: /march\.csv.*Imported/ }).first()).toBeVisible()

  await upload(page, file('march.csv'))
  await expect(page.getByText('The very same file was imported')).toBeVisible()
  await check(page)
  await expect(line(page, 'Already known')).toHaveText('40')
  await expect(page.getByText('There is nothing new in this file.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('This import was cancelled')).toBeVisible()

  await page.goto(result)
  await undo(page, 40)
  expect(errors).toEqual([])
})

test('a corrected column changes what the first rows become', async ({ page }) => {
  await upload(page, file('march.csv'))
  await page.getByLabel('Read Email as').selectOption('ignore')
  await expect(page.getByText('No column is read as the recipient')).toBeVisible()
  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(heading(page)).toHaveText('How is this file to be read?')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByLabel('Read Email as')).toHaveValue('recipient')
  await check(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('This import was cancelled')).toBeVisible()
})

test('a file is read as what a person says it is', async ({ page }) => {
  await upload(page, file('march.csv'))
  const format = page.getByLabel('Read as', { exact: true })
  const rows = page.getByRole('table', { name: /first rows/i })
  await expect(format).toHaveValue('generic')
  await format.selectOption({ label: 'SendGrid bounces or blocks' })
  await expect(page.getByLabel('Read Campaign as')).toHaveValue('ignore')
  await format.selectOption({ label: 'Postfix mail log' })
  await expect(page.getByText('Nothing in the first rows tells of a bounce')).toBeVisible()
  await format.selectOption({ label: 'Bounce mails (.eml, mbox)' })
  await expect(page.getByText('This file can’t be read as Bounce mails')).toBeVisible()
  await expect(format).toHaveValue('postfix')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByLabel('Read Campaign as')).toHaveValue('campaign')
  await expect(rows).toContainText('ada.m0@northlight.example')
  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(heading(page)).toHaveText('Check before importing', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('This import was cancelled')).toBeVisible()
})

test('bad rows are told with line and reason, and the repaired report adds exactly those', async ({
  page,
}) => {
  await upload(page, file('bad-rows.csv'))
  await check(page)
  await expect(line(page, 'Unreadable')).toHaveText('2')
  await importIt(page, 8)
  const first = page.url()
  const rejects = page.getByRole('table', { name: 'Rows that could not be read' })
  await expect(rejects.getByRole('row', { name: /not-an-address/ })).toContainText('4')
  await expect(rejects.getByRole('row', { name: /the other day/ })).toContainText('Bounced at')

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  const report = await readFile(await (await downloading).path(), 'utf8')
  expect(report).toContain('not-an-address')
  const repaired = report
    .replace(/not-an-address/, 'cleo.b2@stonebridge.example')
    .replace(/the other day/, '2024-03-06T13:35:00Z')
  await upload(page, { name: 'repaired.csv', mimeType: 'text/csv', buffer: Buffer.from(repaired) })
  await check(page)
  await expect(line(page, 'Unreadable')).toHaveText('0')
  await importIt(page, 2)
  await undo(page, 2)
  await page.goto(first)
  await undo(page, 8)
})

for (const [name, count] of [
  ['utf16.csv', 9],
  ['semicolon.csv', 12],
] as const) {
  test(`${name} is read as it is`, async ({ page }) => {
    await upload(page, file(name))
    await check(page)
    await importIt(page, count)
    await undo(page, count)
  })
}

for (const [name, sentence] of [
  ['workbook.csv', /Excel workbook/],
  ['empty.csv', /empty/],
  ['suppression.csv', /suppression/i],
  ['addresses.csv', /looks like a Do Not Email list/],
] as const) {
  test(`${name} is refused in a plain sentence`, async ({ page }) => {
    await page.goto(`${home}/imports`)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    await (await chooser).setFiles(file(name))
    await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check the whole file' })).toBeHidden()
  })
}

/** Lets the answer with the list of imports, made when the first file had arrived, wait until the second has too. */
async function holdList(page: Page) {
  const second = page
    .waitForResponse(/\/uploads\/[0-9a-f-]{36}$/)
    .then(() => page.waitForResponse(/\/uploads\/[0-9a-f-]{36}$/))
  await page.route(/\/imports\?_rsc=/, async (route) => {
    const response = await route.fetch()
    if (!route.request().headers()['next-router-prefetch']) await second
    await route.fulfill({ response })
  })
}

test('several files at once have a state each', async ({ page }) => {
  await page.goto(home)
  await holdList(page)
  const names = ['march.csv', 'semicolon.csv']
  await drop(page, {
    'two-march.csv': await readFile(file('march.csv')),
    'two-semicolon.csv': await readFile(file('semicolon.csv')),
  })
  await expect(page).toHaveURL(/\/imports$/)
  for (const name of names) {
    await expect(page.getByRole('row', { name: new RegExp(`two-${name}.*Check the columns`) })).toBeVisible()
  }
  await page.getByRole('link', { name: 'two-march.csv' }).click()
  await expect(heading(page)).toHaveText('How is this file to be read?')
  await expect(page.getByRole('region', { name: 'Uploads' })).toContainText('2 uploads')
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
})

test('a large import survives a reload at any time', async ({ page }) => {
  test.slow()
  const rows = Array.from(
    { length: 30_000 },
    (_, i) =>
      `r${i}@many${i % 97}.example,2024-0${1 + (i % 9)}-1${i % 9}T10:00:00Z,lea@sender.example,550 5.1.1 User unknown\n`,
  )
  const buffer = Buffer.from(`email,occurred at,sending account,diagnostic\n${rows.join('')}`)
  await upload(page, { name: 'large.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the whole file' }).click()
  await expect(heading(page)).toHaveText(/Dry run|Check before importing/)
  await page.reload()
  await expect(heading(page)).toHaveText('Check before importing', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Import 30,000 bounces' }).click()
  await expect(heading(page)).toHaveText(/Importing|Imported/)
  await page.reload()
  await expect(heading(page)).toHaveText('Imported', { timeout: 60_000 })
  await expect(line(page, 'Imported')).toHaveText('30,000')
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.getByRole('button', { name: 'Take 30,000 bounces back' }).click()
  await expect(page.getByText('This import was undone')).toBeVisible({ timeout: 60_000 })
})

test('samples of the accepted formats can be downloaded and read again', async ({ page }) => {
  await page.goto(`${home}/imports`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /Sample of SendGrid/ }).click()
  const sample = await downloading
  const buffer = await readFile(await sample.path())
  await upload(page, { name: sample.suggestedFilename(), mimeType: 'text/csv', buffer })
  await expect(page.getByText(/SendGrid/).first()).toBeVisible()
})

test('every state is accessible in every look', async ({ page }) => {
  test.setTimeout(240_000)
  const accessible = () =>
    inEveryLook(page, async () => {
      await expect(heading(page)).toBeVisible()
      await axeCheck(page)
      await fitsWidth(page)
    })
  await page.goto(`${home}/imports`)
  await accessible()
  await upload(page, file('bad-rows.csv'))
  await accessible()
  await page.setViewportSize({ width: 1280, height: 900 })
  await check(page)
  await accessible()
  await page.setViewportSize({ width: 1280, height: 900 })
  await importIt(page, 8)
  await accessible()
  await page.setViewportSize({ width: 1280, height: 900 })
  await undo(page, 8)
  await accessible()
})
