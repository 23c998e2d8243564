/** One reply with what was said of it and whether that was right. */
export interface Judged {
  id: string
  text: string
  source: string
  label: string
  predicted: string
  right: boolean
  typeRight: boolean
  confidence: number
  layer: string
  decidedBy: string
}

/** Rows by a key, in order of their first. */
export function groups<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const map = new Map<string, Row[]>()
  for (const row of rows) {
    const own = map.get(keyOf(row))
    if (own === undefined) map.set(keyOf(row), [row])
    else own.push(row)
  }
  return map
}

/** The share of rows for which a test holds; 0 of none. */
export function share(rows: readonly Judged[], test: (row: Judged) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(test).length / rows.length
}

/** What counts as the row's category: its label, or the prediction where that is acceptable too. */
function truthOf(row: Judged): string {
  return row.right ? row.predicted : row.label
}

export interface CategoryScore {
  name: string
  precision: number
  recall: number
  count: number
}

/** Precision and recall of each category that is labelled or predicted, in order of name. */
export function categoryScores(rows: readonly Judged[]): CategoryScore[] {
  const names = [...new Set(rows.flatMap((row) => [truthOf(row), row.predicted]))].toSorted()
  return names.map((name) => {
    const labelled = rows.filter((row) => truthOf(row) === name)
    const predicted = rows.filter((row) => row.predicted === name)
    return {
      name,
      precision: share(predicted, (row) => row.right),
      recall: share(labelled, (row) => row.right),
      count: labelled.length,
    }
  })
}

/** The mean over the labelled categories of the harmonic mean of precision and recall. */
export function macroF1(rows: readonly Judged[]): number {
  const scores = categoryScores(rows).filter(({ count }) => count > 0)
  const f1 = scores.map(({ precision, recall }) =>
    precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  )
  return scores.length === 0 ? 0 : f1.reduce((sum, value) => sum + value, 0) / scores.length
}

/** How often each kind of server or file was read rightly, the largest first. */
export function sources(rows: readonly Judged[]): { name: string; right: number; count: number }[] {
  return [...groups(rows, (row) => row.source.split(':')[0] ?? '')]
    .map(([name, own]) => ({ name, right: share(own, (row) => row.right), count: own.length }))
    .toSorted((a, b) => b.count - a.count)
}

const STEPS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 1.01]

/** What was said against what held, by confidence; unclassified rows claim nothing and are left out. */
export function calibration(
  rows: readonly Judged[],
): { from: number; said: number; right: number; count: number }[] {
  const claims = rows.filter((row) => row.predicted !== 'unclassified')
  return STEPS.slice(0, -1).flatMap((from, index) => {
    const own = claims.filter((row) => row.confidence >= from && row.confidence < STEPS[index + 1]!)
    if (own.length === 0) return []
    return [
      {
        from,
        said: own.reduce((sum, row) => sum + row.confidence, 0) / own.length,
        right: share(own, (row) => row.right),
        count: own.length,
      },
    ]
  })
}

/** Which label was taken for which prediction, the most frequent first. */
export function confusions(rows: readonly Judged[]): { label: string; predicted: string; count: number }[] {
  const wrong = groups(
    rows.filter((row) => !row.right),
    (row) => `${row.label}\n${row.predicted}`,
  )
  return [...wrong.values()]
    .map((own) => ({ label: own[0]!.label, predicted: own[0]!.predicted, count: own.length }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 20)
}
