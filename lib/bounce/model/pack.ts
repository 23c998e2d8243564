import { LABELS } from './labels'

const WIDTH = LABELS.length
const LIMIT = 127

/** The weights as a module: one byte each, all on one scale, base64. */
export function pack(weights: Float32Array, temperature: number): string {
  let top = 0
  for (const value of weights) top = Math.max(top, Math.abs(value))
  let bytes = ''
  for (const value of weights) bytes += String.fromCharCode(Math.round((value / top) * LIMIT) & 0xff)
  return `// Written by npm run train; not by hand.\nexport const SCALE = ${top / LIMIT}\nexport const TEMPERATURE = ${temperature}\nexport const PACKED =\n  '${btoa(bytes)}'\n`
}

/** Undoes `pack`, but for the scale: whole numbers. */
export function unpack(packed: string): Int8Array {
  const bytes = atob(packed)
  if (bytes.length % WIDTH !== 0)
    throw new Error('The weights do not belong to these labels: run npm run train')
  return Int8Array.from({ length: bytes.length }, (_, i) => (bytes.charCodeAt(i) << 24) >> 24)
}
