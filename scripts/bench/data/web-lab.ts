import { chromium, type Page } from '@playwright/test'
import { browserEnvironment } from '../../test/browser.mjs'
import type { BenchServer } from './web-server'

export interface Lab {
  lcp: number
  cls: number
  /** The slowest interaction, in ms. */
  inp: number
  interactions: number
}

interface Seen {
  lcp: number
  cls: number
  events: Record<number, number>
}

/** Opens the overview in a headless browser, clicks what people click, and tells what they would have felt. */
export async function visitInBrowser({ origin, path, cookie }: BenchServer): Promise<Lab> {
  const { REBOUND_CHROMIUM: executablePath, ...rest } = await browserEnvironment()
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...rest } })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ ...cookie, url: origin }])
    const page = await context.newPage()
    // The compiler wraps inner functions in a helper of this name, which the page does not have.
    await page.addInitScript('globalThis.__name = (inner) => inner')
    await page.addInitScript(watch)
    await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' })
    const { lcp } = await seen(page)
    const interactions = await interact(page)
    const { cls, events } = await seen(page)
    return { lcp, cls, inp: Math.max(0, ...Object.values(events)), interactions }
  } finally {
    await browser.close()
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const seen: Seen = { lcp: 0, cls: 0, events: {} }
  Object.assign(window, { __seen: seen })
  const observe = (type: string, take: (entry: PerformanceEntry & Record<string, number>) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as PerformanceEntry & Record<string, number>)
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime))
  observe('layout-shift', (entry) => (seen.cls += entry.hadRecentInput ? 0 : (entry.value ?? 0)))
  observe('event', ({ interactionId, duration }) => {
    if (interactionId) seen.events[interactionId] = Math.max(seen.events[interactionId] ?? 0, duration)
  })
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { __seen: Seen }).__seen)

/** Table twins, the heat table's columns, a filter, a range; gives how many clicks that were. */
async function interact(page: Page): Promise<number> {
  let clicks = 0
  const click = async (target: ReturnType<Page['locator']>) => {
    await target.click({ timeout: 10_000 })
    clicks++
    await page.waitForLoadState('networkidle')
    // The report of an interaction follows its paint.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))))
  }
  for (const twin of await page.getByRole('button', { name: /as a table$/ }).all()) {
    await click(twin)
    await click(twin)
  }
  await click(page.getByText('Categories', { exact: true }))
  await click(page.getByRole('group', { name: 'Filters' }).getByRole('button').first())
  await page.keyboard.press('Escape')
  for (const days of ['90 d', '7 d']) await click(page.getByText(days, { exact: true }).first())
  return clicks
}
