import { Webhook } from 'standardwebhooks'
import type { TestWorkspace } from '@/db/testing/bounces'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownContacts } from './own-contacts'
import { openReceiver } from './receiver'

let workspace: TestWorkspace
let home: string
test.beforeEach(async () => {
  workspace = await ownContacts()
  home = `/w/${workspace.slug}/resubmit`
})

test('a cause is marked as fixed, its contacts become ready, and it is taken back', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(home)
  await expect(page.getByRole('heading', { name: '12 waiting for a fix' })).toBeVisible()
  await expect(page.getByText('Delist 203.0.113.24 at Spamhaus ZEN')).toBeVisible()
  await page.getByRole('button', { name: /^Mark as fixed: Blocked sender/ }).click()
  await page.getByLabel('What was done').fill('Delisted, ticket 4471-20')
  await page.getByRole('button', { name: 'Make 12 contacts ready' }).click()
  await expect(page.getByText('12 contacts ready', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: '42 ready' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: '12 waiting for a fix' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '30 ready' })).toBeVisible()
  expect(errors).toEqual([])
})

test('a cause is marked as fixed where one of its bounces is read', async ({ page }) => {
  await page.goto(`/w/${workspace.slug}/bounces?category=blacklisted&range=365`)
  await page.getByRole('table').locator('tbody a').first().click()
  const drawer = page.locator('section[role=dialog]')
  await drawer.getByRole('button', { name: 'Mark as fixed' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mark as fixed' })
  await expect(dialog).toContainText('Blocked sender / blacklisted IP at')
  await expect(dialog).toContainText('12 contacts wait')
  await axeCheck(page)
  await dialog.getByLabel('What was done').fill('Delisted')
  await dialog.getByRole('button', { name: 'Make 12 contacts ready' }).click()
  await expect(page.getByText('12 contacts ready', { exact: true })).toBeVisible()
  await expect(drawer.getByRole('button', { name: 'Mark as fixed' })).toHaveCount(0)
  await expect(drawer.getByRole('button', { name: 'Resubmit' })).toBeVisible()
})

test('a batch by file hands the due part over once', async ({ page }) => {
  await page.goto(home)
  await page.getByLabel('Per account and day').fill('20')
  await page.getByLabel('Days').selectOption({ label: 'Every day' })
  await page.getByRole('button', { name: 'Resubmit 30 contacts' }).click()
  await expect(page).toHaveURL(/\/resubmit\/batches\//)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download 20 due contacts' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^resubmit-.+\.csv$/)
  await expect(page.getByRole('button', { name: /^Download \d+ due/ })).toHaveCount(0)
  await expect(page.getByText('20 contacts,')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the rest' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the rest' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
})

test('a webhook is added, tested and handed over to, signed by its secret', async ({ page }) => {
  const receiver = await openReceiver()
  await page.goto(`${home}/destinations`)
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Outreach')
  await dialog.getByLabel('Address').fill('http://169.254.169.254/latest')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByText('Use https://, so that nobody reads along.')).toBeVisible()
  await dialog.getByLabel('Address').fill(receiver.url)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  const secret = await page.getByRole('dialog').locator('code').innerText()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Test Outreach' }).click()
  await expect(page.getByText(/^It answered 200 in/)).toBeVisible()
  await page.goto(home)
  await page.getByRole('radio', { name: /Outreach/ }).check()
  await page.getByLabel('Per account and day').fill('2000')
  await page.getByLabel('Gap between mails').selectOption({ label: 'No gap' })
  await page.getByLabel(/^Hours/).selectOption({ label: 'All day' })
  await page.getByLabel('Days').selectOption({ label: 'Every day' })
  await page.getByRole('button', { name: 'Resubmit 30 contacts' }).click()
  await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(31)
  for (const { body, headers } of receiver.received) new Webhook(secret).verify(body, headers)
  await page.goto(`${home}/destinations`)
  await page
    .getByRole('button', { name: /^Send person\d+@.* again$/ })
    .first()
    .click()
  await expect(page.getByText('Sent again, answered 200')).toBeVisible()
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(31)
  receiver.close()
})

test('selected bounces are resubmitted from their list', async ({ page }) => {
  await page.goto(`/w/${workspace.slug}/bounces?category=mailbox_full&range=30`)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Resubmit' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Go', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: /^Resubmit \d+ contacts$/ }).click()
  await expect(page).toHaveURL(/\/resubmit\/batches\//)
})

for (const path of ['', '/batches', '/destinations']) {
  test(`resubmit${path} is accessible and fits in every look`, async ({ page }) => {
    await page.goto(home + path)
    await inEveryLook(page, async () => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await axeCheck(page)
      await fitsWidth(page)
    })
  })
}

test('a batch is accessible and fits in every look', async ({ page }) => {
  await page.goto(home)
  await page.getByRole('button', { name: 'Resubmit 30 contacts' }).click()
  await expect(page).toHaveURL(/\/resubmit\/batches\//)
  await inEveryLook(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await axeCheck(page)
    await fitsWidth(page)
  })
})
