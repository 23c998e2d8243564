import type { Rule } from '../../classify/rule'
import { ABSENT, CLOSED, MAILBOX, SENDER } from '../../classify/words'
import { exchange } from './rules-exchange'
import { languages } from './rules-languages'
import { refused } from './rules-refused'

/** Words that turn the sentence to the sending side. */
const ABOUT_SENDER = [
  `{${SENDER}} {unknown|does not exist|doesnt exist|not exist|rejected|invalid|not found|verify failed|not verified}`,
]

const words: Rule[] = [
  {
    id: 'user-unknown',
    says: [
      `{${MAILBOX}} {${ABSENT}}`,
      '{unknown|invalid|nonexistent|non existent|non existing|unrecognized|incorrect|wrong|unkown} {user|recipient|mailbox|account|address|email address|e mail address|recipient address|recipients|addressee|local part|alias|user account|email account|username|userid|destination address|destination mailbox|receiver|email|rcpt|rcpt to|mail address|virtual user|customer|addresses|local user|mailbox name|user name|delivery address}',
      '{no such|no} {user|mailbox|recipient|account|person|address|email address|local user|username|alias|email account|virtual user|mail drop|maildrop|mailhost user|customer|valid recipients|recipients here|addressee|such user|such mailbox|such address|such recipient|account by name|mail account}',
    ],
    unless: ['unknown address error', ...ABOUT_SENDER, 'no {user|account} {authentication|authenticated}'],
    weight: 62,
    example: '550 No such user at this place',
    source: 'RFC 5321 4.2.2; Postfix, Exim, Sendmail, qmail, Courier replies',
  },
  {
    id: 'user-absent-with-words-between',
    says: [
      `{${MAILBOX}} .. {not found|unknown|does not exist|doesnt exist|do not exist|not exist|no longer exists|not known|non existent|nonexistent|no longer valid|not a valid|not valid|isnt valid|could not found|couldnt found|cannot found|not located|not recognized|not recognised|not listed|not registered|does not exists|doesnt exists|invalid|unkown}`,
    ],
    unless: [
      ...ABOUT_SENDER,
      '{domain|host|hostname|mx|mx record|dns|name server|record|records|ptr|reverse dns|hostname|helo|ehlo|certificate|sender|route|mail from|return path|sender address|domain name} .. {not found|unknown|does not exist|doesnt exist|do not exist|not exist|non existent|nonexistent|invalid|not valid|could not found|couldnt found|cannot found}',
      'unknown {error|reason|host|sender|command}',
      'invalid {header|headers|content|message|format|sender|credentials|login|password|syntax|argument|command|helo|ehlo|token}',
      'unknown reason',
    ],
    weight: 50,
    example: '550 5.1.1 The mailbox for kim at our office does not exist',
  },
  {
    id: 'account-you-tried-to-reach',
    says: [
      '{user|recipient|account} .. {should|must|has to} {log in|login} to {enable|activate|reactivate}',
      '{account|address|user|mailbox|email account|recipient} {you|you have|} tried to {reach|contact} {does not exist|doesnt exist|disabled|inactive|unknown|not found|no longer}',
      'nosuchuser',
      'userunknown',
      'disableduser',
      'p nosuchuser',
    ],
    weight: 90,
    example: '550 5.1.1 The email account that you tried to reach does not exist. Please check for typos',
    source: 'support.google.com/mail/answer/6596',
  },
  {
    id: 'address-rejected-user',
    says: [
      'recipient address rejected {user unknown|undeliverable address|unknown user|unverified address|no such user|not found|user not found|address unknown|invalid recipient|mailbox not found|unknown recipient|invalid address|recipient unknown}',
      '{recipient|address|rcpt} rejected .. {user unknown|unknown user|undeliverable|no such user|mailbox unknown|no such recipient|nonexistent|does not exist}',
      'user unknown in {virtual|local|relay|recipient} {mailbox|recipient|alias|table|recipients}',
      'undeliverable address',
    ],
    unless: [
      '{sender address|sender} .. undeliverable address',
      'sender address rejected',
      'greylist*',
      '{connection|operation} timed out',
      'connect to',
      'verification in progress',
    ],
    weight: 85,
    example: '550 5.1.1 <pat@example.com>: Recipient address rejected: User unknown in relay recipient table',
    source: 'postfix.org/postconf.5.html (reject_unlisted_recipient, reject_unverified_recipient)',
  },
  {
    id: 'mailbox-closed',
    says: [
      'inactive on {domain|server|system}',
      '{closed|disabled|blocked|suspended|deactivated|deleted|expired|locked} {due|because} {to|of|} {inactivity|non use|nonuse|disuse|lack of use|nonpayment|non payment}',
      '{useraccount|mailaccount|emailaccount} {locked|disabled|suspended|inactive|closed|blocked}',
      '{user|account|mailbox|recipient|owner} .. {never|not|hasnt|didnt|havent} {entered|logged|logged in|logged on|accessed|visited|signed in|been used}',
      '{address|mailbox|account|user|recipient} .. {retired|decommissioned|withdrawn|dissolved|taken down|shut down|removed|wound up}',
      '{mailbox|account|address} {retired|decommissioned|withdrawn|shut|wound up}',

      '{archived|disabled|blocked|terminated|retired} {recipient|mailbox|user|account|recipient address}',
      '{mailbox|account|user|recipient|address} {temporary|temporarily} {locked|limited|closed|inactive|blocked|suspended|disabled}',
      '{recipient|user|account} {suspend|suspended|suspends} {service|the service}',
      'user or domain disabled',
      '{account|mailbox|user} {locked|blocked|barred|limited|banned}',
      'no longer {an|} {employee|member|customer|user|subscriber}',
      '{mailbox|account} {temporarily|currently} {limited|restricted|blocked}',

      `{${MAILBOX}} {${CLOSED}}`,
      `{mailbox|account|user|recipient|address|email account|user account|recipients mailbox|inbox} .. {disabled|inactive|suspended|deactivated|not active|no longer active|terminated|discontinued|no longer in use|not in use|no longer used|dormant|has moved|no longer available|no longer accepts|deleted|no longer employed|not accepting mail|not accepting messages|not accepting email|not accepting any mail|closed}`,
      '{disabled|inactive|suspended|deactivated|expired|closed|locked|terminated} {user|recipient|mailbox|account|address|email account}',
      'account {not|isnt} {active|enabled}',
    ],
    unless: [
      'exceeding receiving',
      'with attachments',
      'not accepting mail with',
      ...ABOUT_SENDER,
      '{connection|channel|session|transmission} closed',
      'delivery temporarily suspended',
      'sending from',
      'sending paused',
      '{sender|your account|sending account|your sending|sender account} .. {disabled|suspended|blocked|locked|terminated}',
      '{over quota|quota exceeded|mailbox full|exceeded quota|inbox full}',
      'closing {connection|transmission}',
      '{spam|unsolicited|reputation}',
    ],
    weight: 58,
    example: '550 5.2.1 This account was deactivated by its owner',
    source: 'IANA enhanced codes 2.1, Yahoo, Gmail 5.2.1',
  },
  {
    id: 'mailbox-unavailable',
    says: [
      'mailbox {unavailable|not available|isnt available|currently unavailable|unavailable or access denied|unavailable for user}',
      '{user|recipient|account|email account} {unavailable|not available}',
      'cuda nsu',
    ],
    codes: ['5'],
    unless: [
      '{temporarily|temporary}',
      '{quota|full|storage}',
      '{spam|blacklist|blocked|reputation|policy|blocklist|rejected due|dns|spf|dmarc|poor}',
    ],
    weight: 52,
    example: '550 Requested action not taken: mailbox unavailable',
    source: 'RFC 5321 4.2.2, code 550',
  },
  {
    id: 'no-mailbox-here',
    says: [
      'no mailbox {here|by name|by that name|with name|found|for}',
      '{no|not any} {user|account|one} {here|by name|with name}',
      'no such {user|person|address|mailbox} {here|at address|at domain|at site|in domain|in directory|on server|on system|found}',
      '{isnt|not} {here|a local user|a local address|a user here|our customer|our user|a customer|hosted here|at address|at domain|known here|a known user|known at site|valid mailbox|valid recipient|a mailbox|valid user|a valid user|a valid mailbox|a valid recipient|valid address|valid email address|in our directory|in directory|in list|in our user list|an active address|an active user}',
      'mailbox name not allowed',
      'this user doesnt have a .. account',
      '{doesnt|does not|dont|do not} have {an account|account|mailbox|user|a user|a mailbox|any user|an email} {here|with name|by name|on}',
      '{user|account} {doesnt|does not} have .. account',
    ],
    unless: ['{host|domain|hostname|relay} not here', 'rcpthosts', ...ABOUT_SENDER],
    weight: 66,
    example: '550 Sorry, no mailbox here by that name. (#5.1.1)',
    source: 'qmail, Yahoo delivery errors',
  },
  {
    id: 'person-left',
    says: [
      '{hasnt|has not|not|never|no longer|doesnt|does not} {worked|works|work|working|employed} {here|for us|with us|at company|for company}',
      '{remove|delete|take} .. {address|recipient|him|her} .. from {your|} {list|lists|mailing list|mailing lists|database|address book|records}',
      'no longer {with|at|works|working|employed|work|a member|part|associated} {us|company|organization|organisation|for|here|firm|}',
      '{has left|left} {company|organization|organisation|our company|us|firm}',
      '{user|recipient|address|mailbox|account|subscriber} {moved|has moved|relocated|migrated}',
      'no longer {on server|in use|active|accepts mail|accepts email|accepting mail|monitored|receiving mail|available|accepting email|used|in service|valid|reachable}',
      '{has moved to|new address|changed address|please use|new email address} .. {instead|new address|address book|email address}',
      '{user|recipient} not local please try',
      'user not local',
    ],
    unless: ['{ip|domain|sender|server|host|protocol|tls} no longer', 'relay*', 'tls', 'domain name'],
    weight: 56,
    example: '550 Kim no longer works for this firm',
  },
  {
    id: 'bad-address-syntax',
    says: [
      'too long {recipient|address|local part}',
      '{hostname|host name|domain name|domain|domain part} {required|missing}',
      '{address|recipient|mailbox|local part|username|user name|rcpt} .. {illegal|invalid|bad|unsupported|forbidden|restricted|disallowed|unexpected|special|prohibited} {character|characters|char|chars|symbol|symbols}',
      '{illegal|invalid|bad|unsupported|forbidden|restricted|disallowed|unexpected|special|prohibited} {character|characters|char|chars|symbol|symbols} in {address|recipient|mailbox|local part|username|user name|rcpt|email address|recipient address}',
      'bad {destination|recipient} {mailbox|address|email address|syntax|system}',
      '{recipient|rcpt to|destination|rcpt} {address|} {syntax error|malformed|not rfc compliant|syntax|must contain|format error|invalid format|format}',
      '{malformed|illegal|bad|syntactically invalid|improper} {recipient|recipient address|address|email address|e mail address|mail address|email address|mailbox|alias|recipients|local part|to address|rcpt}',
      'syntax error .. {recipient|address|rcpt|mailbox|parameters or arguments to rcpt}',
      '{unknown or illegal|illegal} alias',
      'address syntax {error|incorrect|invalid|not}',
      'badly {formatted|formed} {address|recipient|recipient address}',
      'mailbox {syntax|name} {incorrect|invalid|not allowed|error}',
    ],
    unless: [
      'empty email address',
      'sender',
      'mail from',
      '{header|headers}',
      'from address',
      'return path',
      'helo',
      'ehlo',
      'originator',
    ],
    weight: 56,
    example: '501 5.1.3 Bad recipient address syntax',
    source: 'IANA enhanced codes 1.3',
  },
]

export const rules: readonly Rule[] = [...words, ...refused, ...exchange, ...languages]
