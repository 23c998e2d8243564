/** One reply a sample server gives: who says it, how often within its category and server, and its text with variable parts. */
export interface SampleReply {
  provider: string
  weight: number
  /** Variable parts stand in braces and are filled by db/seed/fill.ts. */
  text: string
}

/** Replies of one category, as `provider, weight, text`. */
export type ReplyList = readonly (readonly [provider: string, weight: number, text: string])[]
