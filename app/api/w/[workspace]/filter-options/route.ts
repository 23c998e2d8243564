import { z } from 'zod'
import { knownAccounts, knownCampaigns, knownProviders } from '@/db/queries/analytics/filter-values'
import { providerName } from '@/lib/bounce/provider'
import { fail, ok } from '@/lib/result'
import { defineRoute } from '@/lib/route'

const dimension = z.enum(['account', 'provider', 'campaign'])

/** The values one can filter by, for the pickers of the filter bar; `-` stands for the account or campaign not known. */
export const GET = defineRoute({
  role: 'viewer',
  run: async ({ sql, workspace }, request) => {
    const of = dimension.safeParse(request.nextUrl.searchParams.get('of'))
    if (!of.success) return fail('invalid_input', 'Ask for account, provider or campaign.')
    if (of.data === 'provider') {
      const providers = await knownProviders(sql, workspace.id)
      return ok(providers.map((value) => ({ value, label: providerName(value) })))
    }
    const names = await (of.data === 'account' ? knownAccounts : knownCampaigns)(sql, workspace.id)
    return ok(names.map((name) => (name === '' ? { value: '-', label: '' } : { value: name, label: name })))
  },
})
