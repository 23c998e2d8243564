import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { classify } from '@/lib/bounce/classify'
import { bare, writeCorpus } from './train-corpus'

const folder = fileURLToPath(new URL('../bounce/model/', import.meta.url))
const fresh = parse<{ accepted: string; diagnostic: string }>(readFileSync(`${folder}fresh.csv`), {
  columns: true,
})

describe('the model for wording that no rule knows', () => {
  it('is never trained on the lines it is measured on', () => {
    const kept = new Set(fresh.map(({ diagnostic }) => bare(diagnostic)))
    const lines = writeCorpus(`${folder}corpus`, kept)
    expect(lines.length).toBeGreaterThan(10_000)
    expect(lines.filter(({ text }) => kept.has(bare(text)))).toEqual([])
  })

  it('reads nine in ten replies nobody wrote a rule for, and is right where it decides', () => {
    const told = fresh.map(({ accepted, diagnostic }) => {
      const { category, kind, evidence } = classify({ diagnostic })
      return { right: accepted.split('|').includes(category ?? kind), layer: evidence.layer }
    })
    const byModel = told.filter(({ layer }) => layer === 'model')
    expect(told.filter(({ right }) => right).length / told.length).toBeGreaterThan(0.9)
    expect(byModel.length).toBeGreaterThan(100)
    expect(byModel.filter(({ right }) => right).length / byModel.length).toBeGreaterThan(0.9)
  })
})
