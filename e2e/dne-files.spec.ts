import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownList } from './own-list'

let home: string
test.beforeEach(async () => {
  home = (await ownList()).home
})

const line = (page: Page, term: string) =>
  page.locator('dl > div', { has: page.locator('dt', { hasText: term }) }).locator('dd')

/** Sends a file from a page's drop zone and waits until it was read. */
async function send(page: Page, path: string, name: string, text: string): Promise<void> {
  await page.goto(path)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect(page).toHaveURL(/\?file=[0-9a-f-]{36}$/)
}

async function saved(page: Page, link: string | RegExp): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  return readFile(await (await downloading).path(), 'utf8')
}

test('contacts are checked and come back in two files with all their columns', async ({ page }) => {
  const errors = browserErrors(page)
  const contacts = [
    'Name,Work Email,Phone',
    'Clara,clara@fine.example,+49 30 1234',
    'Gone,gone00@firm0.example,',
    'Rival,someone@rival.example,',
    'Rest,full0@rest.example,',
    'Typo,tina@gmal.com,',
    'Nobody,,',
    '',
  ].join('\n')
  await send(page, `${home}/check`, 'contacts.csv', contacts)
  await expect(page.getByRole('heading', { name: 'You can mail these' })).toBeVisible({ timeout: 30_000 })
  const clean = await saved(page, 'Download 2 clean rows')
  expect(clean.replace('\ufeff', '').trim().split('\r\n')).toEqual([
    'Name,Work Email,Phone,rebound_did_you_mean',
    'Clara,clara@fine.example,+49 30 1234,',
    'Typo,tina@gmal.com,,tina@gmail.com',
  ])
  const out = await saved(page, 'Download with the reason for each')
  expect(out).toContain('Gone,gone00@firm0.example,,bounce,Invalid recipient address,')
  expect(out).toContain('Rival,someone@rival.example,,manual,"Added by hand, the domain rival.example",')
  expect(out).toContain('Rest,full0@rest.example,,resting,Mailbox full,20')
  expect(out).toContain('Nobody,,,unreadable,There is no address in this row.')
  await expect(page.getByRole('row', { name: /gmal\.com.*gmail\.com.*1/ })).toBeVisible()
  await inEveryLook(page, async () => {
    await expect(page.getByRole('heading', { name: 'You can mail these' })).toBeVisible()
    await axeCheck(page)
    await fitsWidth(page)
  })
  await page.getByRole('button', { name: 'Delete now' }).click()
  await expect(page).toHaveURL(/\/dne\/check$/)
  expect(errors).toEqual([])
})

test('another column of addresses is checked where a person says so', async ({ page }) => {
  await send(page, `${home}/check`, 'two.csv', 'Email,Second\ngone00@firm0.example,clara@fine.example\n')
  await expect(page.getByRole('button', { name: 'Delete now' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('link', { name: /clean row/ })).toBeHidden()
  await page.getByLabel('Column of the addresses').selectOption('Second')
  await expect(page.getByRole('link', { name: 'Download 1 clean row' })).toBeVisible({ timeout: 30_000 })
})

test('a list is read first, then added, and undone; its unreadable rows can be repaired', async ({
  page,
}) => {
  const list =
    'address,tag,created_at\nnew1@x.example,*,\ngone00@firm0.example,*,\nwrong one,*,\noptout@firm1.example,*,\n'
  await send(page, `${home}/add`, 'unsubscribes.csv', list)
  await expect(page.getByText('Mailgun unsubscribes')).toBeVisible({ timeout: 30_000 })
  await expect(line(page, 'Added')).toHaveText('2')
  await expect(line(page, 'Already there')).toHaveText('1')
  await expect(line(page, 'Unreadable')).toHaveText('1')
  const report = await saved(page, 'download')
  expect(report).toContain('wrong one,*,,4,This is neither an address nor a domain.')
  await inEveryLook(page, async () => {
    await expect(page.getByRole('button', { name: 'Add 2 entries' })).toBeVisible()
    await axeCheck(page)
    await fitsWidth(page)
  })
  await page.getByRole('button', { name: 'Add 2 entries' }).click()
  await expect(page.getByRole('heading', { name: /2 entries added from unsubscribes\.csv/ })).toBeVisible({
    timeout: 30_000,
  })
  const added = page.url()
  await send(page, `${home}/add`, 'repaired.csv', report.replace('wrong one', 'right@x.example'))
  await expect(page.getByRole('button', { name: 'Add 1 entry' })).toBeVisible({ timeout: 30_000 })
  await page.goto(added)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: /was undone/ })).toBeVisible()
  await page.goto(`${home}?q=new1@x.example`)
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
})

test('what a file does not say is chosen by a person', async ({ page }) => {
  await send(page, `${home}/add`, 'plain.txt', 'plain1@x.example\nplain2@x.example\n')
  await expect(page.getByRole('button', { name: 'Add 2 entries' })).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('Reason').selectOption('complaint')
  await page.getByLabel('Note').fill('Wrote to us')
  await page.getByRole('button', { name: 'Read the file again' }).click()
  await expect(line(page, 'Complaint')).toHaveText('2', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Add 2 entries' }).click()
  await expect(page.getByRole('heading', { name: /2 entries added/ })).toBeVisible({ timeout: 30_000 })
  await page.goto(`${home}?reason=complaint&source=file`)
  await expect(page.getByRole('rowheader')).toHaveCount(2)
})

test('the list is exported, and imported again it adds nothing', async ({ page }) => {
  await page.goto(home)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^do-not-email-list-.*\.csv$/)
  const text = await readFile(await download.path(), 'utf8')
  expect(text.trim().split('\r\n')).toHaveLength(76)
  await send(page, `${home}/add`, 'again.csv', text)
  await expect(line(page, 'Already there')).toHaveText('75', { timeout: 30_000 })
  await expect(page.getByText('There is nothing new in this file.')).toBeVisible()
})

test('a file that is no list says so in a sentence', async ({ page }) => {
  await send(page, `${home}/check`, 'phones.csv', 'name,phone\nAnn,123\n')
  await expect(page.getByText(/No column of this file holds addresses/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})
