import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { misjudge, ownBounces } from './own-bounces'

let home: string
test.beforeEach(async () => {
  home = `/w/${(await ownBounces()).slug}`
})

test('a reply is decided from the queue, every page follows, and it is undone', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(`${home}/review`)
  const queue = page.getByRole('list', { name: 'Replies to classify' })
  await expect(queue.getByRole('listitem')).toHaveCount(1)
  await expect(queue).toContainText('1 bounce')
  await queue.getByRole('combobox').selectOption('spam_block')
  await expect(page.getByText('1 bounce moved to')).toBeVisible()
  await expect(page.getByText('Nothing waits.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 bounce moved back')).toBeVisible()
  await expect(queue.getByRole('listitem')).toHaveCount(1)
  await queue.getByRole('combobox').selectOption('spam_block')
  await expect(page.getByText('Nothing waits.')).toBeVisible()
  await page.goto(`${home}/bounces?category=spam_block`)
  await expect(
    page.getByRole('heading', { level: 1 }).locator('xpath=..').locator('[aria-live]'),
  ).toContainText(/^1\b/)
  expect(errors).toEqual([])
})

test('a rule is tested, saved, and moves as many as the test said', async ({ page }) => {
  await page.goto(`${home}/rules`)
  await page.getByRole('button', { name: 'New rule' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('The reply contains').fill('MAILBOX  full')
  await dialog.getByLabel('Category').selectOption('server_unavailable')
  await dialog.getByRole('button', { name: 'Test against history' }).click()
  await expect(dialog).toContainText('Would change 60 bounces.')
  await dialog.getByRole('button', { name: 'Save the rule' }).click()
  await expect(page.getByText('Rule saved, 60 bounces moved')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete “MAILBOX full”' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Rule taken off, 60 bounces moved back')).toBeVisible()
  await expect(page.getByText('No rule on words yet.')).toBeVisible()
})

test('a rule is edited: tested, saved, and undone with its words', async ({ page }) => {
  await page.goto(`${home}/rules`)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'New rule' }).click()
  await dialog.getByLabel('The reply contains').fill('mailbox full')
  await dialog.getByLabel('Category').selectOption('server_unavailable')
  await dialog.getByRole('button', { name: 'Test against history' }).click()
  await dialog.getByLabel('Move the bounces of the past too').uncheck()
  await dialog.getByRole('button', { name: 'Save the rule' }).click()
  await page.getByRole('button', { name: 'Edit “mailbox full”' }).click()
  await expect(dialog.getByRole('button', { name: 'Test against history' })).toBeDisabled()
  await dialog.getByLabel('Sending account').selectOption('ben@acme.example')
  await dialog.getByRole('button', { name: 'Test against history' }).click()
  await expect(dialog).toContainText('Would change 40 bounces.')
  await axeCheck(page)
  await dialog.getByLabel('Move the bounces of the past too').check()
  await dialog.getByRole('button', { name: 'Save the rule' }).click()
  await expect(page.getByText('Rule saved, 40 bounces moved')).toBeVisible()
  const rule = page.getByRole('listitem').filter({ hasText: '“mailbox full”' })
  await expect(rule).toContainText('ben@acme.example')
  const saved = page.getByText('Rule saved, 40 bounces moved').locator('xpath=..')
  await saved.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Rule as before, 40 bounces moved back')).toBeVisible()
  await expect(rule).not.toContainText('ben@acme.example')
})

test('all bounces are read again: checked, changed, and undone', async ({ page }) => {
  // Stored as hard, which a full mailbox never is.
  await misjudge(home)
  await page.goto(`${home}/rules`)
  const card = page.getByRole('region', { name: 'Read all bounces again' })
  await card.getByRole('button', { name: 'Check what would change' }).click()
  await expect(card).toContainText('60 of 120 bounces would change.', { timeout: 20_000 })
  await expect(card.getByRole('listitem')).toHaveText(/Mailbox full.*hard.*Mailbox full.*soft.*60/)
  await card.getByRole('button', { name: 'Change 60 bounces' }).click()
  await expect(card).toContainText('60 of 120 bounces were changed.', { timeout: 20_000 })
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect(card).toContainText('The change was taken back.')
  await axeCheck(page)
})

for (const path of ['review', 'rules']) {
  test(`${path} is accessible and fits in every look`, async ({ page }) => {
    await page.goto(`${home}/${path}`)
    await inEveryLook(page, async () => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await axeCheck(page)
      await fitsWidth(page)
    })
  })
}
