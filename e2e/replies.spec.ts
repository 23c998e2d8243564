import type { TestWorkspace } from '@/db/testing/bounces'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownBounces } from './own-bounces'

let workspace: TestWorkspace
test.beforeAll(async () => {
  workspace = await ownBounces()
})

test('every reply stands in the list with its count, narrowed by the filters, and leads to its bounces', async ({
  page,
}) => {
  const errors = browserErrors(page)
  await page.goto(`/w/${workspace.slug}/replies`)
  const rows = page.getByRole('table', { name: /^Replies of/ }).locator('tbody tr')
  await expect(rows).toHaveCount(4)
  await expect(rows.first()).toContainText(/Mailbox full[\s\S]*60/)
  await expect(rows.last()).toContainText(/Unclassified[\s\S]*1/)
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('checkbox', { name: 'ben@acme.example' }).check()
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove the filter Account' }).click()
  await expect(rows).toHaveCount(4)
  await page.goto(`/w/${workspace.slug}/replies?cursor=2`)
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await inEveryLook(page, async () => {
    await expect(rows).toHaveCount(4)
    await axeCheck(page)
    await fitsWidth(page)
  })
  await rows.first().getByRole('link').click()
  await expect(page).toHaveURL(/\/bounces\?.*reply=/)
  expect(errors).toEqual([])
})
