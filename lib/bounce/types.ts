export type Family = 'recipient' | 'sender' | 'content' | 'limits' | 'server' | 'unclassified'
export type Disposition = 'suppress' | 'retry' | 'fix'
export type BounceType = 'hard' | 'soft'

/** What a reply or notice turned out to be; only `bounce` is ever counted. */
export type ReplyKind =
  'bounce' | 'auto_reply' | 'complaint' | 'challenge_response' | 'echo' | 'delivered' | 'delayed'

/** The layer of recognition that decided, strongest first. */
export type Layer =
  'workspace_rule' | 'words' | 'model' | 'enhanced_code' | 'reply_code' | 'vendor_class' | 'none'

/** One server reply as a file, mail or webhook gives it; only the text is required, and it may be empty. */
export interface Reply {
  diagnostic: string
  smtpCode?: string
  enhancedCode?: string
  /** The provider's own class, qualified by the format that read it: `sparkpost:10`, `pmta:bad-mailbox`, `ses:Permanent/General`. */
  vendorClass?: string
}

/** The span of `diagnostic` that decided, as UTF-16 offsets; empty span (0,0) where a code decided that is not in the text. */
export interface Evidence {
  start: number
  end: number
  text: string
  /** The deciding rule's id, e.g. `blocked-using-list`, or the code, e.g. `5.1.1`. */
  rule: string
  layer: Layer
}

/** What recognition says of one reply. `category` is null unless kind is bounce; `unclassified` has no type and no disposition. */
export interface Verdict<Category extends string = string> {
  kind: ReplyKind
  category: Category | 'unclassified' | null
  bounceType: BounceType | null
  disposition: Disposition | null
  confidence: number
  evidence: Evidence
}
