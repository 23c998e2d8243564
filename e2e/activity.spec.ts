import { axeCheck, browserErrors, expect, fitsWidth, inEveryLook, test } from './fixtures'
import { ownBounces } from './own-bounces'

let home: string
test.beforeEach(async () => {
  home = `/w/${(await ownBounces()).slug}`
})

test('a decision stands in the activity, is found, and is taken back from there', async ({ page }) => {
  const errors = browserErrors(page)
  await page.goto(`${home}/review`)
  const queue = page.getByRole('list', { name: 'Replies to classify' })
  await queue.getByRole('combobox').selectOption('spam_block')
  await expect(page.getByText('Nothing waits.')).toBeVisible()
  await page.goto(`${home}/activity`)
  const undo = page.getByRole('button', { name: 'Undo: reclassified 1 bounce' })
  await undo.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('undid a reclassification, 1 bounce')).toBeVisible()
  await expect(undo).toBeHidden()
  await page.getByLabel('What', { exact: true }).selectOption('Members')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/kind=members/)
  await expect(page.getByText('Nothing matches these filters')).toBeVisible()
  await page.goto(`${home}/review`)
  await expect(queue.getByRole('listitem')).toHaveCount(1)
  expect(errors).toEqual([])
})

test('the activity is accessible and fits in every look', async ({ page }) => {
  await page.goto(`${home}/activity`)
  await inEveryLook(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activity')
    await axeCheck(page)
    await fitsWidth(page)
  })
})
