import { contentReplies } from './content'
import { limitReplies } from './limits'
import { recipientReplies } from './recipient'
import type { ReplyList, SampleReply } from './reply'
import { senderReplies } from './sender'
import { serverReplies, unclassifiedReplies } from './server'

export { quotaReplies } from './limits'
export { blockListReplies, spfReplies } from './sender'
export type { ReplyList, SampleReply } from './reply'

/** Every reply of the sample data, by the category it is meant for. */
export const REPLIES: Readonly<Record<string, ReplyList>> = {
  ...recipientReplies,
  ...senderReplies,
  ...contentReplies,
  ...limitReplies,
  ...serverReplies,
  unclassified: unclassifiedReplies,
}

/** The replies of a list as objects. */
export function repliesOf(list: ReplyList): SampleReply[] {
  return list.map(([provider, weight, text]) => ({ provider, weight, text }))
}
