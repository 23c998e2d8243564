import { z } from 'zod'
import { ACTIVITY_GROUPS, type ActivityGroup } from './actions'

const GROUP_IDS = Object.keys(ACTIVITY_GROUPS) as [ActivityGroup, ...ActivityGroup[]]
const day = z.iso.date().nullable().catch(null)

/** Which rows of the activity a person asks for, as the URL has it; what can't be read is left out. */
export const askedSchema = z.object({
  kind: z.enum(GROUP_IDS).nullable().catch(null),
  who: z.guid().nullable().catch(null),
  /** Days in the workspace's zone, inclusive. */
  from: day,
  to: day,
  /** An address or a domain it was about. */
  about: z.string().trim().min(1).max(320).nullable().catch(null),
})

export type ActivityAsked = z.output<typeof askedSchema>
