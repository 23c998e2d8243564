import type { Rule } from '../../classify/rule'

/** Exchange and Microsoft 365. */
export const exchange: Rule[] = [
  {
    id: 'exchange-recipient-not-found',
    says: [
      'resolver adr {recipnotfound|recipientnotfound|exrecipnotfound|rulerecipnotfound|invalidinbound|invalidrecipient|ambiguous}',
      'resolver adr .. not found',
      'recipient not found by smtp address lookup',
      'email address wasnt found',
      'address wasnt found at',
      'wasnt found {at|in}',
      '{e mail|email} address you entered couldnt found',
      'recipients {email|e mail} address {couldnt found|not found|not known|could not found}',
      '{email|e mail} address not found in recipients',
      'remote server returned unknown recipient or mailbox unavailable',
      'recipients {e mail|email} system .. {doesnt|does not} recognize',
      'user not found in {recipients|directory|active directory|ldap}',
      '{recipient|user} {object|} ambiguous',
      'no proxy address found',
      '{cannot|could not|couldnt|not} .. resolved to {mailbox|user|account|recipient}',
      'mailboxnotfoundexception',
      'recipientnotfound',
      'recipientdoesnotexist',
      'mailbox server .. mailbox could not found',
    ],
    weight: 92,
    example: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; nobody of that name',
    source: 'learn.microsoft.com, Email non-delivery reports in Exchange Online',
  },
  {
    id: 'exchange-mailbox-disabled',
    says: [
      'storedrv {deliver|submit} .. {accountdisabled|mailboxdisabled|mailbox disabled|account disabled|disabled}',
      'accountdisabledexception',
      'mailboxinaccessible',
      'recipients mailbox {disabled|inactive|unavailable}',
      'dbeb',
    ],
    weight: 88,
    example: '550 5.2.1 STOREDRV.Deliver.Exception:AccountDisabledException; account is off',
    source: 'learn.microsoft.com, Exchange store driver',
  },
]
