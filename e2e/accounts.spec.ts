import type { TestWorkspace } from '@/db/testing/bounces'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownBounces } from './own-bounces'

let workspace: TestWorkspace
test.beforeAll(async () => {
  workspace = await ownBounces()
})

const path = (query = '') => `/w/${workspace.slug}/accounts${query}`

test('lists the accounts by bounces and sorts them', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(path())
  const names = page.getByRole('table').getByRole('rowheader')
  await expect(names).toHaveText(['anna@acme.example', 'ben@acme.example'])
  const anna = page.getByRole('row', { name: /anna@/ })
  await expect(anna).toContainText('Blacklisted')
  await expect(anna).toContainText('new')
  await page.getByRole('button', { name: 'Account', exact: true }).last().click()
  await expect(page).toHaveURL(/sort=-account/)
  await expect(names).toHaveText(['ben@acme.example', 'anna@acme.example'])
  expect(errors).toEqual([])
})

test('an account says what to fix first, and every figure leads to its rows', async ({ page }) => {
  await page.goto(path())
  await page.getByRole('link', { name: 'anna@acme.example' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('anna@acme.example')
  const fixes = page.getByRole('region', { name: 'What to fix first' })
  await expect(fixes.getByRole('listitem').first()).toContainText('Blocked sender / blacklisted IP')
  await expect(fixes.getByRole('listitem').first()).toContainText('40 contacts wait behind 40 bounces')
  await expect(fixes.getByRole('listitem')).toHaveCount(2)
  await expect(fixes.getByRole('link', { name: 'See the fix' }).first()).toHaveAttribute(
    'href',
    `/w/${workspace.slug}/guide/blacklisted`,
  )
  await expect(page.getByRole('region', { name: 'Top replies' })).toContainText('blocked using')
  await expect(page.getByRole('region', { name: 'Bounces per day, by family' })).toBeVisible()
  await expect(page.getByText('This could not be shown')).toHaveCount(0)
  await fixes.getByRole('link', { name: '40 contacts' }).click()
  await expect(page).toHaveURL(/account=anna@acme.example&category=blacklisted/)
  await expect(page.locator('main header').first()).toContainText('40 of 120')
})

test('an account of nobody is not found', async ({ page }) => {
  for (const id of ['00000000-0000-0000-0000-000000000000', 'nonsense']) {
    await page.goto(path(`/${id}`))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/not|no/i)
  }
})

test('the pages of accounts are accessible in light and dark, wide and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto(path())
  await inEveryLook(page, async () => {
    await expect(page.getByRole('link', { name: 'anna@acme.example' })).toBeVisible()
    await axeCheck(page)
    await fitsWidth(page)
  })
  await page.getByRole('link', { name: 'anna@acme.example' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('anna@acme.example')
  await inEveryLook(page, async () => {
    await expect(page.getByRole('region', { name: 'Top replies' })).toBeVisible()
    await axeCheck(page)
    await fitsWidth(page)
  })
})
