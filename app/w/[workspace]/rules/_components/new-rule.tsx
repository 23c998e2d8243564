import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { RuleDialog } from './rule-dialog'

/** The button that makes a rule on words. */
export function NewRule({ slug, accounts }: { slug: string; accounts: readonly string[] }) {
  return (
    <RuleDialog
      slug={slug}
      accounts={accounts}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden strokeWidth={1.5} />
          New rule
        </Button>
      }
    />
  )
}
