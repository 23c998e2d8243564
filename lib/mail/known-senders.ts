import { providerOf } from '@/lib/bounce/provider'

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The account a bounce names, and whether a quoted mail names it: null where a person's own file does. */
export interface NamedSender {
  sendingAccount: string | null
  accountQuoted: boolean | null
}

/**
 * Tells reports on our own mail from those that anybody can write to a mailbox of ours. A workspace that knows no sending
 * account yet takes every account that a quoted mail names; else it has to be a known one or of the domain of one, where
 * that domain is not a mailbox provider's own.
 */
export class KnownSenders {
  private readonly addresses: ReadonlySet<string>
  private readonly domains: ReadonlySet<string>

  constructor(known: readonly string[]) {
    this.addresses = new Set(known)
    this.domains = new Set(known.map(domainOf).filter((domain) => providerOf(domain, '') === 'other'))
  }

  /** Whether a bounce may act by itself: a person's file tells of it, or the mail it quotes is ours. */
  vouchFor({ sendingAccount, accountQuoted }: NamedSender): boolean {
    if (accountQuoted === null) return true
    if (!accountQuoted || !sendingAccount) return false
    if (this.addresses.size === 0) return true
    return this.addresses.has(sendingAccount) || this.domains.has(domainOf(sendingAccount))
  }
}
