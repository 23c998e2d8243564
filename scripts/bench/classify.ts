import { CATEGORIES } from '@/lib/bounce/categories'
import { classify } from '@/lib/bounce/classify'
import { maskTemplate } from '@/lib/bounce/template'

export const summary = 'Replies a second through recognition and masking, on one core [count=200000]'

/** Replies of the guide with ids, addresses and hosts around them, all different, as an import sees them. */
function replies(count: number): string[] {
  const examples = CATEGORIES.flatMap((category) => category.examples)
  return Array.from({ length: count }, (_, n) => {
    const example = examples[n % examples.length] ?? ''
    return `host mx${n % 97}.example${n % 4001}.com[203.0.113.${n % 250}] said: ${example} (in reply to RCPT TO) [${n.toString(36)}.${(n * 7919).toString(16)}]`
  })
}

/** Prints replies a second and the share of the time each part takes. */
export async function run([given]: string[]): Promise<void> {
  const texts = replies(Number(given ?? 200_000))
  for (const text of texts.slice(0, 5000)) classify({ diagnostic: text })
  const recognise = seconds(() => texts.forEach((diagnostic) => classify({ diagnostic })))
  const mask = seconds(() => texts.forEach((text) => maskTemplate(text)))
  const rate = (time: number) => Math.round(texts.length / time).toLocaleString('en')
  console.log(`recognise  ${rate(recognise).padStart(10)} replies/s`)
  console.log(`mask       ${rate(mask).padStart(10)} replies/s`)
  console.log(`both       ${rate(recognise + mask).padStart(10)} replies/s`)
}

function seconds(work: () => void): number {
  const since = performance.now()
  work()
  return (performance.now() - since) / 1000
}
