import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { TestWorkspace } from '@/db/testing/bounces'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownBounces } from './own-bounces'

let workspace: TestWorkspace
test.beforeAll(async () => {
  workspace = await ownBounces()
})

const list = (query = '') => `/w/${workspace.slug}/bounces${query}`
const rows = (page: Page) => page.getByRole('table').locator('tbody tr')
const drawer = (page: Page) => page.locator('section[role=dialog]')
const title = (page: Page) => page.getByRole('banner').or(page.locator('main header')).first()

async function open(page: Page, query = '') {
  await page.goto(list(query))
  await expect(rows(page).first()).toBeVisible()
  await ready(page)
}

/** Waits until keys are listened to; a person is slower than that. */
async function ready(page: Page) {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('tbody a') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
}

test('shows the newest first, counts exactly, and pages there and back', async ({ page }) => {
  const errors = browserErrors(page)
  await open(page)
  await expect(title(page)).toContainText('120')
  await expect(rows(page)).toHaveCount(50)
  await expect(rows(page).first()).toContainText('person000@')
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect(pages).toContainText('1–50 of 120')
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(pages).toContainText('51–100 of 120')
  await expect(rows(page).first()).toContainText('person050@')
  await pages.getByRole('link', { name: 'Next' }).click()
  await expect(pages).toContainText('101–120 of 120')
  await expect(rows(page)).toHaveCount(20)
  await pages.getByRole('link', { name: 'Previous' }).click()
  await expect(pages).toContainText('51–100 of 120')
  expect(errors).toEqual([])
})

test('filters by family and account, sorts, and clears', async ({ page }) => {
  await open(page)
  await page
    .getByRole('list', { name: 'Families' })
    .getByRole('link', { name: /Sender/ })
    .click()
  await expect(title(page)).toContainText('40 of 120')
  await expect(page).toHaveURL(/family=sender/)
  await page.getByRole('button', { name: 'Recipient', exact: true }).click()
  await expect(page).toHaveURL(/sort=-recipient/)
  await expect(rows(page).first()).toContainText('person099@')
  await expect(page.getByRole('columnheader', { name: 'Recipient' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await page.getByRole('button', { name: 'Remove the filter Family' }).click()
  await expect(title(page)).toContainText('120')
  await page.goto(list('?account=ben@acme.example&type=hard'))
  await expect(rows(page).first()).toBeVisible()
  for (const text of await rows(page).allInnerTexts()) expect(text).toMatch(/Invalid recipient[\s\S]*hard/)
})

test('finds addresses, domains and words of the reply', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox')
  await expect(search).toBeFocused()
  await search.fill('person007')
  await expect(rows(page)).toHaveCount(1)
  await expect(title(page)).toContainText('1 of 120')
  await search.fill('@baurat.example')
  await expect(title(page)).toContainText('60 of 120')
  await search.fill('blocked using')
  await expect(title(page)).toContainText('40 of 120')
  await search.fill('no such thing at all')
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(rows(page)).toHaveCount(50)
  await expect(search).toHaveValue('')
})

test('is read by keyboard: j and k move, Enter opens, Escape closes', async ({ page }) => {
  await open(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'person001@baurat.example' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toHaveAccessibleName('person001@baurat.example')
  await expect(drawer(page)).toContainText('2 of 120')
  await expect(drawer(page).locator('pre mark')).toHaveText(/Mailbox full/i)
  await expect(drawer(page)).toContainText('Wording that we know')
  await page.keyboard.press('j')
  await expect(drawer(page)).toHaveAccessibleName('person002@fjord.example')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect(drawer(page)).toHaveAccessibleName('person000@fjord.example')
  await expect(page).toHaveURL(/bounce=/)
  await page.reload()
  await expect(drawer(page).getByRole('heading', { name: 'person000@fjord.example' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
  await expect(page).not.toHaveURL(/bounce=/)
})

test('the drawer goes over the edge of a page', async ({ page }) => {
  await open(page)
  await rows(page).nth(49).getByRole('link').click()
  await expect(drawer(page)).toContainText('50 of 120')
  await drawer(page).getByRole('button', { name: 'Next bounce' }).click()
  await expect(drawer(page)).toContainText('51 of 120')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('51–100 of 120')
  await drawer(page).getByRole('button', { name: 'Previous bounce' }).click()
  await expect(drawer(page)).toContainText('50 of 120')
})

test('reclassifies one, then all with the same reply, and undoes both', async ({ page }) => {
  await page.goto(list('?q=person119'))
  await rows(page).first().getByRole('link').click()
  await drawer(page).getByRole('button', { name: 'Reclassify' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reclassify this bounce' })
  await dialog.getByLabel('New category').selectOption({ label: 'Policy violation' })
  await dialog.getByRole('button', { name: 'Move 1 bounce' }).click()
  await expect(drawer(page)).toContainText('Policy violation')
  await expect(drawer(page)).toContainText('Ann Lee moved this bounce here')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(drawer(page)).toContainText('waits for a person')

  await page.goto(list('?q=person003'))
  await rows(page).first().getByRole('link').click()
  await expect(drawer(page)).toContainText('60 bounces')
  await drawer(page).getByRole('button', { name: 'Reclassify' }).click()
  await dialog.getByLabel('New category').selectOption({ label: 'Blocked by spam filters' })
  await dialog.getByText('All 60 with the same reply').click()
  await dialog.getByRole('button', { name: 'Move 60 bounces' }).click()
  await expect(page.getByText('60 bounces moved to Blocked by spam filters')).toBeVisible()
  const family = (name: string) => page.getByRole('list', { name: 'Families' }).getByRole('link', { name })
  const other = await page.context().newPage()
  await other.goto(list())
  await expect(other.getByRole('list', { name: 'Families' })).toContainText('Content 60')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('60 bounces moved back')).toBeVisible()
  await page.goto(list())
  await expect(family('Recipient')).toContainText('79')
  await expect(family('Content')).toHaveCount(0)
})

test('selects rows, then all that match, and exports them', async ({ page }) => {
  await open(page, '?category=blacklisted')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  await expect(bar).toContainText('1 selected')
  await bar.getByRole('button', { name: 'Select all 40 matching' }).click()
  await expect(bar).toContainText('40 selected')
  const download = page.waitForEvent('download')
  await bar.getByRole('button', { name: 'Export' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^bounces-own-[0-9a-f]{8}-\d{4}-\d{2}-\d{2}\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.startsWith('\u{feff}recipient,')).toBe(true)
  expect(text.trim().split('\r\n')).toHaveLength(41)
  await bar.getByRole('button', { name: 'Clear the selection' }).click()
  await expect(bar).toBeHidden()
})

test('on a phone the first rows are in sight, the filters one tap away, and rows can be selected', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await open(page)
  await expect(rows(page).first()).toBeInViewport()
  const filters = page.getByRole('group', { name: 'Filters' })
  const account = filters.getByRole('button', { name: 'Account' })
  await expect(account).toBeHidden()
  await page.getByRole('button', { name: /^Filters: / }).click()
  await account.click()
  await page.getByRole('checkbox', { name: 'ben@acme.example' }).check()
  await expect(page.getByRole('button', { name: /1 filter$/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await rows(page).nth(1).getByRole('checkbox').check()
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('1 selected')
  await axeCheck(page)
  await fitsWidth(page)
})

test('remembers the columns a person chose', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Campaign' }).click()
  await expect(page.getByRole('columnheader', { name: 'Campaign' })).toBeAttached()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Campaign' })).toBeVisible()
  await expect(rows(page).first()).toContainText('DACH builders, Q4')
})

test('says what is wrong with a link to a bounce that is not here', async ({ page }) => {
  await page.goto(list('?bounce=1700000000_00000000-0000-0000-0000-000000000000'))
  await expect(drawer(page)).toContainText('This bounce is not here')
  await page.goto(list('?bounce=nonsense&cursor=nonsense&sort=nonsense&from=nonsense'))
  await expect(drawer(page)).toContainText('This bounce is not here')
})

test('is accessible in light and dark, wide and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  await open(page)
  await inEveryLook(page, async () => {
    await expect(rows(page).first()).toBeVisible()
    await axeCheck(page)
    await fitsWidth(page)
  })
  await page.goto(list('?q=person070'))
  await rows(page).first().getByRole('link').click()
  await expect(drawer(page)).toBeVisible()
  await inEveryLook(page, async () => {
    await expect(drawer(page)).toContainText('What to do')
    await axeCheck(page)
    await fitsWidth(page)
  })
})
