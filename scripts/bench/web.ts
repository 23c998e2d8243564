import { gzipSync } from 'node:zlib'

export const summary =
  'Time to first byte of pages for 16 viewers, and the JavaScript of each [url=http://localhost:3000 slug; REBOUND_COOKIE]'

const PAGES = ['', '/bounces', '/accounts', '/imports', '/guide']
const VIEWERS = 16
const ROUNDS = 10

/** Measures a running server. REBOUND_COOKIE is the Cookie header of somebody who is signed in. */
export async function run([url = 'http://localhost:3000', slug]: string[]): Promise<void> {
  const cookie = process.env.REBOUND_COOKIE
  if (!slug || !cookie)
    throw new Error(
      'Give the URL, the workspace and REBOUND_COOKIE, the Cookie header of a signed-in browser.',
    )
  const open = (path: string) => fetch(new URL(path, url), { headers: { cookie }, redirect: 'manual' })
  console.log(`page                     TTFB p50   p95   max ms   JavaScript kB gzip`)
  for (const page of PAGES) {
    const path = `/w/${slug}${page}`
    const first = await open(path)
    if (first.status !== 200) throw new Error(`${path} answers ${first.status}: is the cookie right?`)
    const script = await scriptSize(await first.text(), open)
    const times = await viewers(() => timeToFirstByte(() => open(path)))
    const [half, most, max] = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(0).padStart(6))
    console.log(`${path.padEnd(24)} ${half} ${most} ${max}   ${(script / 1000).toFixed(0).padStart(8)}`)
  }
}

async function viewers(visit: () => Promise<number>): Promise<number[]> {
  const one = async () => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) times.push(await visit())
    return times
  }
  return (await Promise.all(Array.from({ length: VIEWERS }, one))).flat()
}

async function timeToFirstByte(open: () => Promise<Response>): Promise<number> {
  const since = performance.now()
  const response = await open()
  const reader = response.body!.getReader()
  let part = await reader.read()
  const time = performance.now() - since
  while (!part.done) part = await reader.read()
  return time
}

async function scriptSize(html: string, open: (path: string) => Promise<Response>): Promise<number> {
  const paths = new Set(
    [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"(?![^>]*noModule)/gi)].map(([, path = '']) => path),
  )
  const sizes = await Promise.all(
    [...paths].map(async (path) => gzipSync(Buffer.from(await (await open(path)).arrayBuffer())).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}
