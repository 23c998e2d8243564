import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FAMILIES } from '@/lib/bounce/families'
import { contrast, distance, parseColour, seenBy, VISIONS } from './colour-vision'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')

function tokens(block: string): Record<string, string> {
  const body = css.slice(css.indexOf(block))
  const own = body.slice(0, body.indexOf('\n}'))
  return Object.fromEntries([...own.matchAll(/--color-([a-z-]+): ([^;]+);/g)].map((m) => [m[1]!, m[2]!]))
}

const light = tokens('@theme static {')
const themes = { light, dark: { ...light, ...tokens('\n.dark {') } }

describe.each(Object.entries(themes))('%s', (_, theme) => {
  const colour = (name: string) => parseColour(theme[name] ?? `no token ${name}`)
  const ratio = (a: string, b: string) => contrast(colour(a), colour(b))

  it('keeps text readable on every ground it stands on', () => {
    for (const ground of ['canvas', 'surface', 'hover', 'raised', 'selected']) {
      expect(ratio('text', ground), `text on ${ground}`).toBeGreaterThanOrEqual(7)
      expect(ratio('muted', ground), `muted on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(ratio('muted', 'canvas')).toBeGreaterThanOrEqual(7)
    expect(ratio('on-solid', 'solid')).toBeGreaterThanOrEqual(7)
    expect(ratio('accent', 'canvas')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('text', 'mark')).toBeGreaterThanOrEqual(7)
    for (const tone of ['critical', 'warning', 'positive', 'info', 'neutral']) {
      expect(ratio(`on-${tone}`, tone), tone).toBeGreaterThanOrEqual(6.8)
    }
  })

  it('keeps what one has to see: input borders, the focus ring, the marks of a chart', () => {
    for (const name of ['border-strong', 'accent', 'mark-line']) {
      expect(ratio(name, 'canvas'), name).toBeGreaterThanOrEqual(3)
    }
    for (const { id } of FAMILIES) {
      expect(ratio(`family-${id}`, 'canvas'), id).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(Object.entries(VISIONS))('keeps the families apart for %s vision', (vision, matrix) => {
    const seen = FAMILIES.map(({ id }) => [id, seenBy(matrix, colour(`family-${id}`))] as const)
    const pairs = seen.flatMap(([a, first], i) =>
      seen.slice(i + 1).map(([b, second]) => [`${a} and ${b}`, distance(first, second)] as const),
    )
    const closest = pairs.reduce((least, pair) => (pair[1] < least[1] ? pair : least))
    expect(closest[1], closest[0]).toBeGreaterThanOrEqual(vision === 'normal' ? 15 : 10)
  })
})
