import { CATEGORIES, type Category } from '@/lib/bounce/categories'
import { contactFate } from '@/lib/dne/contact-fate'

/** A category that holds every word of a query, with the sentence that says so. */
export interface GuideHit {
  category: Category
  snippet: string
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Every sentence of a category, the most telling first. */
function sentencesOf(category: Category): string[] {
  return [
    category.name,
    category.meaning,
    category.lede,
    ...category.steps.flatMap((step) => [step.title, step.detail]),
    ...contactFate(category.id).map((fate) => `${fate.label}: ${fate.text}`),
    ...category.examples,
    `${category.shortName} ${category.family} ${category.id.replaceAll('_', ' ')}`,
  ]
}

const texts = CATEGORIES.map((category) => {
  const sentences = sentencesOf(category)
  return { category, sentences, folded: sentences.map(fold) }
})

/** The words of a query, folded; none for an empty one. */
export function queryWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

/** The categories whose texts hold every word, those with the words in one early sentence first. */
export function searchGuide(query: string): GuideHit[] {
  const words = queryWords(query)
  if (words.length === 0) return []
  const hits: { hit: GuideHit; rank: number }[] = []
  for (const { category, sentences, folded } of texts) {
    const all = folded.join('\n')
    if (!words.every((word) => all.includes(word))) continue
    const together = folded.findIndex((sentence) => words.every((word) => sentence.includes(word)))
    const first =
      together >= 0 ? together : folded.findIndex((sentence) => words.some((word) => sentence.includes(word)))
    hits.push({ hit: { category, snippet: sentences[first]! }, rank: first + (together < 0 ? 100 : 0) })
  }
  return hits.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit)
}

/** Where the words stand in a text, as joined spans in order. */
export function wordSpans(text: string, query: string): { start: number; end: number }[] {
  const lower = text.toLowerCase()
  const spans = queryWords(query).flatMap((word) => {
    const found: { start: number; end: number }[] = []
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length })
    }
    return found
  })
  spans.sort((a, b) => a.start - b.start)
  return spans.reduce<{ start: number; end: number }[]>((joined, span) => {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
    return joined
  }, [])
}
