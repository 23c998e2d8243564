import { Memory } from '../classify/memory'

/** Longer templates are cut: what tells replies apart stands before. */
const MAX_TEMPLATE = 600
const ROOM = 8192

/** What is written so far of a template. */
export const written = { codes: new Uint16Array(ROOM), length: 0 }

const pairs = new Int32Array(written.codes.buffer)
const SPACE = 32

export function isFull(): boolean {
  return written.length > MAX_TEMPLATE
}

export function write(text: string): void {
  for (let i = 0; i < text.length && written.length < ROOM; i++)
    written.codes[written.length++] = text.charCodeAt(i)
}

export function writeSpace(): void {
  if (written.length > 0) written.codes[written.length++] = SPACE
}

export function writeRange(from: Uint16Array, start: number, end: number): void {
  const { codes } = written
  let at = written.length
  for (let i = start; i < end; i++) codes[at++] = from[i]!
  written.length = at
}

/** The sign before what comes next, spaces left out; 0 where there is none. */
export function lastSign(): number {
  let at = written.length
  while (at > 0 && written.codes[at - 1] === SPACE) at--
  return at > 0 ? written.codes[at - 1]! : 0
}

export function textOf(length: number): string {
  return String.fromCharCode.apply(null, written.codes.subarray(0, length) as unknown as number[])
}

const finished = new Memory<string>(1 << 13, ROOM / 2, 1 << 19)

/** The template written, as a string; one that was written lately is not made anew. */
export function finish(): string {
  const length = Math.min(written.length, MAX_TEMPLATE)
  written.codes[length] = 0
  const count = (length + 1) >> 1
  let key = length
  for (let i = 0; i < count; i++) key = (Math.imul(key, 0x2c1b3c6d) + pairs[i]!) | 0
  const before = finished.find(key, pairs, count, length, 0)
  if (before !== undefined) return before
  const text = textOf(length).replace(/^([245]\d\d)-([245]\.)/, '$1 $2')
  finished.keep(key, pairs, count, length, 0, text)
  return text
}
