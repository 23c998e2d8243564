import type { TestWorkspace } from '@/db/testing/bounces'
import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownContacts } from './own-contacts'

let workspace: TestWorkspace
let home: string
test.beforeEach(async () => {
  workspace = await ownContacts()
  home = `/w/${workspace.slug}`
})

test('the recipients of chosen bounces, and of one bounce, go on the list and come off again', async ({
  page,
}) => {
  const errors = browserErrors(page)
  await page.goto(`${home}/bounces?category=mailbox_full&range=30`)
  await page.getByRole('checkbox').nth(1).check()
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Do Not Email' }).click()
  const dialog = page.getByRole('dialog', { name: 'Never mail them again?' })
  await dialog.getByLabel('Reason').selectOption({ label: 'Unsubscribe' })
  await dialog.getByLabel('Note (optional)').fill('Asked by phone')
  await axeCheck(page)
  await dialog.getByRole('button', { name: 'Put on the list' }).click()
  await expect(page.getByText('1 address put on the Do Not Email list')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken off the list again')).toBeVisible()
  await page.goto(`${home}/bounces?q=person1@fjord.example&range=30`)
  await page.getByRole('link', { name: 'person1@fjord.example' }).click()
  const drawer = page.getByRole('dialog', { name: 'person1@fjord.example' })
  await drawer.getByRole('button', { name: 'Do Not Email' }).click()
  await page.getByRole('button', { name: 'Put on the list' }).click()
  await expect(page.getByText('1 address put on the Do Not Email list')).toBeVisible()
  await expect(drawer.getByText('Do not email', { exact: true })).toBeVisible()
  expect(errors).toEqual([])
})

test('a person is exported and erased, and stays unknown on every page', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(`${home}/bounces?q=person2@fjord.example&range=30`)
  await page.getByRole('link', { name: 'person2@fjord.example' }).click()
  const person = page.getByRole('button', { name: 'Person' })
  await person.click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export what is kept' }).click()
  expect((await download).suggestedFilename()).toBe('person.json')
  await expect(person).toBeEnabled()
  await person.click()
  await page.getByRole('menuitem', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase this person?' })
  await axeCheck(page)
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByText('Erased. 1 bounce still counts, without a name.')).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'Erased person' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Person' })).toHaveCount(0)
  await page.goto(`${home}/bounces?range=30`)
  await expect(page.getByText('person2@fjord.example')).toHaveCount(0)
  await page.goto(`${home}/dne`)
  await page.getByRole('link', { name: 'Erased person' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Erased person' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0)
  await axeCheck(page)
  expect(errors).toEqual([])
})

test('an admin says for how long data is kept', async ({ page }) => {
  await page.goto(`${home}/settings`)
  const rejects = page.getByLabel('Text of rows that could not be read')
  await expect(rejects).toHaveValue('180')
  await rejects.selectOption({ label: '30 days' })
  await page.getByLabel('Log of webhook deliveries').selectOption({ label: 'For good' })
  const card = page.locator('form').filter({ has: rejects })
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(rejects).toHaveValue('30')
  await inEveryLook(page, async () => {
    await axeCheck(page)
    await fitsWidth(page)
  })
})
