import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { ADMIN_STATE, WORKSPACE } from './admin'
import { renewAllowance } from './allowance'

export { expect }
export { ADMIN, WORKSPACE } from './admin'

/** `page` is signed in as the admin of workspace `acme`; `visitor` is signed in as nobody. */
export const test = base.extend<{ visitor: Page; allowance: void }>({
  storageState: ADMIN_STATE,
  // All tests together are one admin, who sends more files an hour than one person may.
  allowance: [
    async ({ baseURL }, use) => {
      if (baseURL) await renewAllowance()
      await use()
    },
    { auto: true },
  ],
  visitor: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] }, baseURL })
    await use(await context.newPage())
    await context.close()
  },
})

/** A path inside the workspace of the tests: `inWorkspace('bounces')`. */
export function inWorkspace(path = ''): string {
  return `/w/${WORKSPACE.slug}${path ? `/${path}` : ''}`
}

/** Fails on any accessibility violation that axe finds (WCAG 2.2 A and AA), with rule, place and reason. */
export async function axeCheck(page: Page, { without = [] as string[] } = {}): Promise<void> {
  await settled(page)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const builder = new AxeBuilder({ page }).withTags(tags)
  const { violations } = await without.reduce((axe, selector) => axe.exclude(selector), builder).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  )
  expect(found, `${page.url()} is accessible`).toEqual([])
}

/** Waits until the page is all there and at rest: nothing loads, nothing is dimmed, nothing moves. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: /^Loading / })).toHaveCount(0)
  await expect.poll(() => page.evaluate(movement), { message: `${page.url()} is at rest` }).toEqual([])
}

/** What still moves, with the tests' reduced motion nothing ever does. */
const movement = () =>
  document
    .getAnimations()
    .filter(({ playState }) => playState !== 'finished')
    .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? '?')

const LOOKS = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 320 },
  { theme: 'dark', width: 320 },
] as const

/** Runs `check` on the present page in light and dark, wide (1280) and narrow (320), each loaded afresh. */
export async function inEveryLook(
  page: Page,
  check: (look: (typeof LOOKS)[number]) => Promise<void>,
): Promise<void> {
  for (const look of LOOKS) {
    await page.setViewportSize({ width: look.width, height: 900 })
    await page.emulateMedia({ colorScheme: look.theme })
    await page.reload()
    await check(look)
  }
}

/** Fails when the page scrolls sideways; wide tables scroll inside themselves. */
export async function fitsWidth(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over, `${page.url()} fits ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0)
}

/** Collects what the browser reports as an error; call it before the page is opened, and expect it empty at the end. */
export function browserErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}
