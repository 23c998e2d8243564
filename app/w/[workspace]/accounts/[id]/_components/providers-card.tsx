import Link from 'next/link'
import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, RowHead, type Column } from '@/components/data/data-table'
import { FamilyMixBar } from '@/components/data/family-mix-bar'
import { Card } from '@/components/ui/card'
import { byFamily, total } from '@/lib/analytics/cells'
import { compare } from '@/lib/analytics/change'
import { providerName } from '@/lib/bounce/provider'
import { formatCount } from '@/lib/format'
import type { CardProps } from './props'

const SHOWN = 14

const columns: readonly Column[] = [
  { id: 'provider', label: 'Provider', width: 150 },
  { id: 'mix', label: 'Share by family' },
  { id: 'bounces', label: 'Bounces', width: 76, align: 'right' },
  { id: 'change', label: 'Change', width: 92, align: 'right', className: 'max-sm:hidden' },
]

/** Who hosts the recipients that bounced. */
export async function ProvidersCard({ view, figures }: CardProps) {
  const providers = await figures.providers
  if (providers.length === 0) return null
  return (
    <Card
      title="Mailbox providers"
      description="Who hosts the recipients"
      padded={false}
      className="h-full"
      note={
        providers.length > SHOWN
          ? `The ${SHOWN} with most bounces of ${formatCount(providers.length)}.`
          : undefined
      }
    >
      <DataTable caption="Bounces per mailbox provider" columns={columns}>
        {providers.slice(0, SHOWN).map((provider) => (
          <tr key={provider.name}>
            <RowHead>
              <Link href={view.rows({ providers: [provider.name] })} prefetch={false} className="hover-line">
                {providerName(provider.name)}
              </Link>
            </RowHead>
            <Cell>
              <FamilyMixBar counts={byFamily(provider.now)} />
            </Cell>
            <Cell num className="font-medium">
              {formatCount(total(provider.now))}
            </Cell>
            <Cell num className="text-muted max-sm:hidden">
              <ChangeLabel change={compare(total(provider.now), total(provider.before))} />
            </Cell>
          </tr>
        ))}
      </DataTable>
    </Card>
  )
}
