import { expect, test } from '@playwright/test'
import { ADMIN, ADMIN_STATE, WORKSPACE } from './admin'

test('a first visit makes the admin and the workspace, once', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/set-up$/)
  await page.getByLabel('Your name').fill(ADMIN.name)
  await page.getByLabel('Email').fill(ADMIN.email)
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password)
  await page.getByLabel('Workspace name').fill(WORKSPACE.name)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${WORKSPACE.slug}$`))
  await page.context().storageState({ path: ADMIN_STATE })
  await page.goto('/set-up')
  await expect(page).not.toHaveURL(/set-up/)
})
