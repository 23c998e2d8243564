import { Steps } from '@/components/ui/steps'
import type { Category, Who } from '@/lib/bounce/categories'
import { DrawerSection } from './section'

const WHO: Record<Who, string> = { you: 'You', your_it: 'your IT', recipient: 'the recipient' }

/** Who has to do something, in the order of the steps: `You and your IT`. */
export function whoActs(category: Category): string {
  const who = [...new Set(category.steps.map((step) => step.who))].map((each) => WHO[each])
  const text = who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : (who[0] ?? '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The steps of the guide for a bounce's category. */
export function WhatToDo({ category }: { category: Category }) {
  return (
    <DrawerSection
      title="What to do"
      beside={<span className="ml-auto text-12 text-muted">{whoActs(category)}</span>}
    >
      <Steps steps={category.steps.map(({ title, detail }) => ({ title, detail }))} />
    </DrawerSection>
  )
}
