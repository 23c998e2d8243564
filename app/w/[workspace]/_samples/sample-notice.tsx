import { SampleBanner, type SampleState } from '@/components/upload/sample-banner'
import { sampleImport, type SampleImport } from '@/db/queries/samples/sample-import'
import { mayAct, type Context } from '@/lib/services/context'
import { removeSampleData } from './actions'

const WORKING: Partial<Record<SampleImport['state'], SampleState>> = {
  imported: 'in',
  failed: 'broken',
  undoing: 'removing',
}

/** Says on every page that sample data is in, and takes it away in one click. */
export async function SampleNotice({ ctx }: { ctx: Context }) {
  const sample = await sampleImport(ctx.sql, ctx.workspace.id)
  if (!sample) return null
  const state = WORKING[sample.state] ?? 'loading'
  const remove = mayAct(ctx.actor.role, 'admin')
    ? removeSampleData.bind(null, ctx.workspace.slug, {})
    : undefined
  return <SampleBanner remove={remove} state={state} />
}
