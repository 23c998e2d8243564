import type { Page } from '@playwright/test'
import { browserErrors, expect, test } from './fixtures'
import { ownList } from './own-list'

let home: string
test.beforeEach(async () => {
  home = (await ownList()).home
})

const toast = (page: Page) => page.getByRole('region', { name: 'Messages' })
const listed = (page: Page, n: number) =>
  expect(page.getByRole('link', { name: new RegExp(`Do Not Email ${n} listed`) })).toBeVisible()

test('suggestions are accepted one by one, dismissed together with a reason, and undone', async ({
  page,
}) => {
  const errors = browserErrors(page)
  await page.goto(`${home}/suggestions`)
  const queue = page.getByRole('table', { name: 'Addresses suggested for the list' })
  await expect(queue.getByRole('rowheader')).toHaveCount(3)
  await expect(queue.getByRole('row', { name: /again0@gmal\.com/ })).toContainText('gmail.com is well known')
  await page.getByRole('button', { name: 'Accept again0@gmal.com' }).click()
  await expect(toast(page)).toContainText('again0@gmal.com put on the list')
  await expect(queue.getByRole('rowheader')).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Dismiss' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason, for all of them').fill('They are on holiday')
  await dialog.getByRole('button', { name: 'Dismiss 2 suggestions' }).click()
  await expect(page.getByText('Nothing waits')).toBeVisible()
  await toast(page).getByRole('button', { name: 'Undo' }).last().click()
  await expect(queue.getByRole('rowheader')).toHaveCount(2)
  expect(errors).toEqual([])
})

test('the policy is changed in plain words, tried on the last month, saved, and undone', async ({ page }) => {
  await page.goto(`${home}/policy`)
  const full = page.getByRole('listitem').filter({ hasText: 'Mailbox full' })
  await expect(full).toContainText(
    'The contact rests 3 days, then 14 days. The 3rd time in 30 days, it is suggested',
  )
  await page.getByRole('button', { name: 'Change Mailbox full' }).click()
  await full.getByLabel('The list').selectOption('never')
  await full.getByLabel('Days of rest').fill('soon')
  await expect(full).toContainText('Up to five numbers of days.')
  await full.getByLabel('Days of rest').fill('5')
  await expect(full).toContainText('The contact rests 5 days. Never listed for this.')
  await page.getByRole('button', { name: 'Try it' }).click()
  const preview = page.getByRole('table', { name: 'What the policy would have done, by category' })
  await expect(preview.getByRole('row', { name: /Mailbox full/ })).toContainText(/13.*0.*0.*7/)
  await page.getByRole('button', { name: 'Save the policy' }).click()
  await expect(toast(page)).toContainText('The policy is changed')
  await page.goto(`${home}/suggestions`)
  await expect(page.getByText('Nothing waits')).toBeVisible()
  await page.goto(`${home}/policy`)
  await expect(full).toContainText('Changed')
})

test('an incident is found, restored in one act, and undone', async ({ page }) => {
  await page.goto(`${home}/rollback`)
  await listed(page, 75)
  await page
    .getByLabel(/^From/)
    .fill(`${new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10)}T00:00`)
  await page.getByRole('button', { name: 'Show whom it hit' }).click()
  await expect(page.getByText('Say which provider, domain or words of the reply.')).toBeVisible()
  await page.getByLabel('Mailbox provider').selectOption('microsoft')
  await page.getByLabel('Words of the reply').fill('directory is AWAY')
  await page.getByRole('button', { name: 'Show whom it hit' }).click()
  await expect(page.getByRole('heading', { name: '5 contacts to restore' })).toBeVisible()
  await page.getByRole('button', { name: 'Restore 5 contacts' }).click()
  await expect(page.getByText('Say what happened')).toBeVisible()
  await page.getByLabel('What happened').fill('Their directory was down on Tuesday')
  await page.getByRole('button', { name: 'Restore 5 contacts' }).click()
  await expect(toast(page)).toContainText('5 contacts restored')
  await listed(page, 70)
  const past = page.getByRole('region', { name: 'Rolled back before' })
  await expect(past).toContainText('Their directory was down on Tuesday')
  await past.getByRole('button', { name: 'Undo' }).click()
  await expect(past).toContainText('Undone')
  await listed(page, 75)
})
