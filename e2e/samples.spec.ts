import { randomUUID } from 'node:crypto'
import { axeCheck, expect, test } from './fixtures'

test('sample data fills an empty workspace, is marked on every page, and goes in one click', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const mark = randomUUID().slice(0, 8)
  const home = `/w/sample-${mark}`
  await page.goto('/w/acme/settings')
  await page
    .getByRole('region', { name: 'Another workspace' })
    .getByLabel('Workspace name')
    .fill(`Sample ${mark}`)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page).toHaveURL(new RegExp(home))
  await page.getByRole('button', { name: 'Load sample data' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sample data loaded', { timeout: 120_000 })
  await expect(page.getByText('40,000').first()).toBeVisible()

  const banner = page.getByRole('complementary', { name: 'Sample data' })
  for (const path of ['', '/guide/blacklisted', '/imports', '/bounces', '/accounts']) {
    await page.goto(`${home}${path}`)
    await expect(banner).toContainText('Sample data is loaded')
  }
  await page.goto(`${home}/guide/blacklisted`)
  const yours = page.getByRole('region', { name: 'Yours in the last 30 days' })
  await expect(yours.getByRole('link', { name: 'anna@acme.io' })).toBeVisible()
  await axeCheck(page)
  await yours.getByRole('link', { name: 'anna@acme.io' }).click()
  await expect(page).toHaveURL(/\/bounces\?.*account=anna@acme\.io/)

  await page.goto(home)
  await expect(page.getByRole('main')).toContainText('anna@acme.io')
  await banner.getByRole('button', { name: 'Remove it' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: 'Load sample data' })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 120_000 })
  await expect(banner).toBeHidden()
})
