import type { Page } from '@playwright/test'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownList } from './own-list'

let home: string
test.beforeEach(async () => {
  home = (await ownList()).home
})

const count = (page: Page) =>
  page.getByRole('heading', { level: 1 }).locator('xpath=..').locator('[aria-live]')
const table = (page: Page) => page.getByRole('table', { name: 'Who must not get your mail' })
const row = (page: Page, name: string) => table(page).getByRole('row', { name: new RegExp(name) })
const toast = (page: Page) => page.getByRole('region', { name: 'Messages' })

test('the list is searched, filtered and sorted, and the URL keeps it', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(home)
  await expect(count(page)).toHaveText('75 entries')
  await expect(page.getByRole('link', { name: /Do Not Email 75 listed/ })).toBeVisible()
  await page.getByRole('searchbox').fill('gone0')
  await expect(count(page)).toHaveText('10 of 75')
  await expect(page).toHaveURL(/q=gone0/)
  await page.getByRole('searchbox').fill('@rest.example')
  await expect(count(page)).toHaveText('4 of 75')
  await expect(row(page, 'full0@rest.example')).toContainText('Mailbox full')
  await page.getByRole('searchbox').fill('')
  await expect(count(page)).toHaveText('75 entries')
  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Reason', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Unsubscribe' }).check()
  await expect(count(page)).toHaveText('1 of 75')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveText('75 entries')
  await filters.getByRole('button', { name: 'Ends', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Has an end' }).click()
  await expect(count(page)).toHaveText('7 of 75')
  await page.getByRole('button', { name: 'Remove the filter Ends' }).click()
  await page.getByRole('button', { name: 'Address or domain' }).click()
  const header = table(page).getByRole('columnheader', { name: 'Address or domain' })
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('button', { name: 'Address or domain' }).click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect(table(page).getByRole('rowheader').first()).toHaveText('again0@gmal.com')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('51–75 of 75')).toBeVisible()
  await page.goto(`${home}?q=nobody-of-this-name`)
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(count(page)).toHaveText('75 entries')
  expect(errors).toEqual([])
})

test('entries are chosen by keys, removed with a reason, and come back by Undo', async ({ page }) => {
  await page.goto(`${home}?reason=bounce&category=invalid_recipient`)
  await expect(count(page)).toHaveText('65 of 75')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  await expect(bar).toContainText('1 selected')
  await bar.getByRole('button', { name: 'Select all 65 matching' }).click()
  await bar.getByRole('button', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove 65 entries' }).click()
  await expect(dialog).toContainText('Say why')
  await dialog.getByLabel('Why').fill('They came back')
  await dialog.getByRole('button', { name: 'Remove 65 entries' }).click()
  await expect(toast(page)).toContainText('65 entries removed')
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(toast(page)).toContainText('Undone')
  await expect(count(page)).toHaveText('65 of 75')
})

test('complaints and unsubscribes stay when everything is removed; an admin takes one off with a sentence', async ({
  page,
}) => {
  await page.goto(home)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('button', { name: 'Select all 75 matching' }).click()
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why').fill('Starting over')
  await dialog.getByRole('button', { name: 'Remove 75 entries' }).click()
  await expect(toast(page)).toContainText('73 entries removed; 2 complaints and unsubscribes stay')
  await expect(count(page)).toHaveText('2 entries')
  await page.getByRole('link', { name: 'optout@firm1.example' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('optout@firm1.example')
  await expect(page.getByRole('button', { name: 'Remove' })).toBeHidden()
  await page.getByRole('button', { name: 'Take off' }).click()
  await dialog.getByLabel('Why').fill('no')
  await dialog.getByRole('button', { name: 'Take it off' }).click()
  await expect(dialog).toContainText('Write a sentence')
  await dialog.getByLabel('Why').fill('Asked us on the phone to write again')
  await dialog.getByRole('button', { name: 'Take it off' }).click()
  await expect(page.getByText('Nothing keeps it listed')).toBeVisible()
  await expect(page.getByText('Removed: unsubscribe')).toBeVisible()
  await expect(page.getByText('Asked us on the phone')).toBeVisible()
  const here = page.url()
  await page.goto(`${home}/add`)
  await page.getByRole('textbox', { name: 'Addresses or domains' }).fill('firm1.example')
  await page.getByRole('button', { name: 'Add 1 entry' }).click()
  await expect(page.getByText('1 entry added', { exact: true })).toBeVisible()
  await page.goto(here)
  await expect(page.getByText('It is not on the list itself, but firm1.example is')).toBeVisible()
  await page.getByRole('button', { name: 'Put on the list' }).click()
  await expect(page.getByText('Added: added by hand')).toBeVisible()
})

test('an entry tells why it is listed and everything that happened', async ({ page }) => {
  await page.goto(`${home}?q=gone00@firm0.example`)
  await page.getByRole('link', { name: 'gone00@firm0.example' }).click()
  await expect(page.getByText('by your policy')).toBeVisible()
  await page.getByRole('listitem').getByRole('link', { name: 'Invalid recipient address' }).click()
  const drawer = page.getByRole('region', { name: 'gone00@firm0.example' })
  await expect(page).toHaveURL(/\/bounces\?.*bounce=/)
  await expect(page.getByText('Do not email', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /On the list since/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('gone00@firm0.example')
  await expect(drawer).toBeHidden()
  await page.goto(`${home}?q=rival.example`)
  await page.getByRole('link', { name: 'rival.example' }).click()
  await page.getByRole('button', { name: 'Change' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Note').fill('A competitor, until they merge')
  await dialog.getByLabel('Ends on').fill('2098-03-04')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('until 5 Mar 2098, 00:00')).toBeVisible()
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('for good')).toBeVisible()
})

test('addresses and domains are pasted; what can’t be read says why; Undo takes them back', async ({
  page,
}) => {
  await page.goto(`${home}/add`)
  await page
    .getByRole('textbox', { name: 'Addresses or domains' })
    .fill('Ann <ANN@new.example>\nnew-firm.example\nnot an address\ngone00@firm0.example')
  await page.getByLabel('Domains count').selectOption('subdomains')
  await page.getByLabel('Note').fill('From the fair')
  await page.getByRole('button', { name: 'Add 4 entries' }).click()
  await expect(page.getByText('3 entries added, 0 already there, 1 unreadable.')).toBeVisible()
  await expect(page.getByText('“not an address”')).toBeVisible()
  await page.goto(`${home}?source=person`)
  await expect(row(page, 'new-firm.example')).toContainText('Domain and subdomains')
  await expect(row(page, 'ann@new.example')).toContainText('Added by hand')
})

test('a second paste of the same is already there', async ({ page }) => {
  await page.goto(`${home}/add`)
  const box = page.getByRole('textbox', { name: 'Addresses or domains' })
  await box.fill('twice@new.example')
  await page.getByRole('button', { name: 'Add 1 entry' }).click()
  await expect(page.getByText('1 entry added, 0 already there, 0 unreadable.')).toBeVisible()
  await box.fill('TWICE@new.example')
  await page.getByRole('button', { name: 'Add 1 entry' }).click()
  await expect(page.getByText('0 entries added, 1 already there, 0 unreadable.')).toBeVisible()
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(toast(page)).toContainText('Undone: 1 entry is as before')
  await page.goto(`${home}?q=twice@new.example`)
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
})

test('an empty list says what to do', async ({ page }) => {
  const empty = await ownList({ empty: true })
  await page.goto(empty.home)
  await expect(page.getByText('Nobody is listed')).toBeVisible()
  await page.getByRole('link', { name: 'Add or import' }).click()
  await expect(page).toHaveURL(/\/dne\/add$/)
  await page.goto(`${empty.home}/suggestions`)
  await expect(page.getByText('Nothing waits')).toBeVisible()
  await page.goto(`${empty.home}/00000000-0000-4000-8000-000000000000`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/not|found/i)
})

test('every page is accessible in every look', async ({ page }) => {
  test.setTimeout(300_000)
  await page.goto(`${home}?q=optout`)
  const entry = await page.getByRole('link', { name: 'optout@firm1.example' }).getAttribute('href')
  for (const path of [
    home,
    entry!,
    `${home}/suggestions`,
    `${home}/policy`,
    `${home}/rollback`,
    `${home}/add`,
    `${home}/check`,
  ]) {
    await page.goto(path)
    await inEveryLook(page, async () => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await axeCheck(page)
      await fitsWidth(page)
    })
  }
})
