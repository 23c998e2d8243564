import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashFile } from './hash-file'

const MB = 1 << 20

describe('hashFile', () => {
  it.each([0, 1, MB - 1, MB, MB + 1, 3 * MB + 17])(
    'agrees with another implementation on %i bytes',
    async (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 255)
      const expected = createHash('sha256').update(bytes).digest('hex')
      expect(await hashFile(new Blob([bytes]))).toBe(expected)
    },
  )

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort()
    await expect(hashFile(new Blob(['x'.repeat(10)]), stopped)).rejects.toThrow(/abort/i)
  })
})
