import { categoryById, type Who } from '../categories'
import { providerName, providerOf } from '../provider'
import { retryAfterIn, sizeLimitIn } from './amounts'
import { BLOCK_LISTS, type BlockList } from './block-lists'
import { PROVIDER_LISTS } from './provider-lists'

export type NamedList = Pick<BlockList, 'id' | 'name' | 'url' | 'note'>

/** What else a reply tells a person, besides its cause. */
export interface ReplyFacts {
  /** Block lists that it names. */
  lists: readonly NamedList[]
  /** Seconds after which the server wants the next try. */
  retryAfter: number | null
  /** Bytes a message may have there. */
  sizeLimit: number | null
  /** Whose server spoke, where the reply shows it. */
  provider: string | null
  /** Whose side must act; null while the cause is unknown. */
  acts: Who | null
}

/** What a reply says, it says in the first of so many characters. */
const MOST = 4000
/** Causes for which a list may have refused us; elsewhere its name is only the name of a host. */
const REFUSED = new Set([
  'blacklisted',
  'spam_block',
  'policy_violation',
  'too_many_recipients',
  'server_unavailable',
  'unclassified',
])

/** The facts of one reply of a category; pure and total. */
export function replyFacts(reply: { diagnostic: string; category: string }): ReplyFacts {
  const text = reply.diagnostic.slice(0, MOST)
  const spoke = providerOf('', text)
  return {
    lists: REFUSED.has(reply.category) ? listsIn(text) : [],
    retryAfter: retryAfterIn(text),
    sizeLimit: reply.category === 'message_too_large' ? sizeLimitIn(text) : null,
    provider: spoke === 'other' ? null : providerName(spoke),
    acts: categoryById(reply.category)?.whoActs ?? null,
  }
}

function listsIn(said: string): NamedList[] {
  const text = said.toLowerCase()
  const found = [...BLOCK_LISTS, ...PROVIDER_LISTS].filter(({ mark }) => mark.test(text))
  const operatorOf = ({ id }: BlockList) => id.split('-')[0]
  return found
    .filter(
      (list) =>
        !list.general || !found.some((each) => each !== list && operatorOf(each) === operatorOf(list)),
    )
    .map(({ id, name, url, note }) => ({ id, name, url, note }))
}
