import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { BenchServer } from './web-server'

interface Load {
  viewers: number
  /** Requests of each viewer. */
  rounds: number
  /** Between the end of an answer and the viewer's next request. */
  pauseMs: number
}

const LONGEST_MS = 60_000

/** Times to the first byte of the overview; stops early when a minute is over. */
export async function firstBytes(server: BenchServer, { viewers, rounds, pauseMs }: Load): Promise<number[]> {
  const end = performance.now() + LONGEST_MS
  const viewer = async () => {
    const times: number[] = []
    await sleep(pauseMs * Math.random())
    for (let round = 0; round < rounds && performance.now() < end; round++) {
      times.push(await firstByte(server))
      await sleep(pauseMs)
    }
    return times
  }
  return (await Promise.all(Array.from({ length: viewers }, viewer))).flat()
}

async function firstByte(server: BenchServer): Promise<number> {
  const since = performance.now()
  const response = await open(server, server.path)
  const reader = response.body!.getReader()
  let part = await reader.read()
  const time = performance.now() - since
  while (!part.done) part = await reader.read()
  return time
}

/** Bytes of the scripts that the overview's HTML names, compressed. */
export async function scriptSize(server: BenchServer): Promise<number> {
  const html = await (await open(server, server.path)).text()
  const tags = html.match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? []
  const paths = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .map((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? '')
  const sizes = await Promise.all(
    [...new Set(paths)].map(async (path) => gzipSync(await (await open(server, path)).bytes()).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function open({ origin, cookie }: BenchServer, path: string): Promise<Response> {
  const headers = { cookie: `${cookie.name}=${cookie.value}` }
  const response = await fetch(new URL(path, origin), { headers, redirect: 'manual' })
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}.`)
  return response
}

/** The time below which this share of the times lies. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
