import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** Drops files on the page as a person does with the mouse, once the page says that it takes them. */
export async function drop(page: Page, files: Record<string, string | Buffer>): Promise<void> {
  const all = Object.entries(files).map(([name, content]) => ({ name, bytes: [...Buffer.from(content)] }))
  const dataTransfer = await page.evaluateHandle((each) => {
    const data = new DataTransfer()
    for (const { name, bytes } of each) data.items.add(new File([Uint8Array.from(bytes)], name))
    return data
  }, all)
  await expect(async () => {
    await page.dispatchEvent('body', 'dragenter', { dataTransfer })
    await expect(page.getByText('Drop bounce files anywhere')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}
