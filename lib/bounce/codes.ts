import { codesIn, type Codes } from './classify/reply-codes'
import { readWords } from './classify/tokens'

const REPLY: Record<string, string> = {
  '211': 'The server tells its state.',
  '220': 'The server is ready.',
  '221': 'The server closes the connection.',
  '250': 'The server took the mail.',
  '251': 'The server took the mail and passes it on.',
  '252': 'The server cannot check the address, but takes the mail.',
  '421': 'The server is not available just now and closes the connection.',
  '432': 'The mailbox’s server does not take mail just now.',
  '441': 'The recipient’s server does not answer.',
  '442': 'The connection broke while the mail was on its way.',
  '446': 'The mail went through too many servers, likely in a circle.',
  '447': 'The mail waited too long and was given up.',
  '449': 'The mail could not be routed.',
  '450': 'The mailbox is not available just now.',
  '451': 'The server had a fault while it worked on the mail.',
  '452': 'The server or mailbox has no room, or takes no more for now.',
  '454': 'A secure or signed-in connection is not possible just now.',
  '500': 'The server did not understand the command.',
  '501': 'The server did not understand what the command was about, often the address.',
  '502': 'The server does not know the command.',
  '503': 'The commands came in the wrong order, often without signing in first.',
  '504': 'The server does not support what was asked for.',
  '510': 'The address is not valid.',
  '511': 'The address is not valid.',
  '512': 'The recipient’s domain was not found.',
  '521': 'The domain takes no mail.',
  '523': 'The mail is larger than the recipient may get.',
  '530': 'The server asks you to sign in first.',
  '534': 'The way of signing in is too weak for the server.',
  '535': 'Signing in failed.',
  '538': 'Signing in needs a secure connection.',
  '541': 'The recipient’s server refused the mail, usually as spam.',
  '550': 'Refused for good. The words tell why; a missing mailbox is only one reason.',
  '551': 'The person has no mailbox on that server.',
  '552': 'No room in the mailbox, or the mail is too large.',
  '553': 'The mailbox’s name is not allowed.',
  '554': 'The mail was refused for good. The words tell why.',
  '555': 'The server does not know an option of the command.',
  '556': 'The domain takes no mail.',
}

const FIRST_DIGIT: Record<string, string> = {
  '2': 'The server accepted it.',
  '4': 'Refused for now; a later try may succeed.',
  '5': 'Refused for good; the same mail will be refused again.',
}

const SUBJECT: Record<string, string> = {
  '0': 'for a reason not told',
  '1': 'because of the address',
  '2': 'because of the mailbox',
  '3': 'because of the recipient’s mail system',
  '4': 'because of network or routing',
  '5': 'because of the way the servers talked',
  '6': 'because of the content or its format',
  '7': 'because of security or policy',
}

const DETAIL: Record<string, string> = {
  '1.0': 'Something is wrong with the address.',
  '1.1': 'The mailbox does not exist.',
  '1.2': 'The recipient’s domain does not exist or takes no mail.',
  '1.3': 'The recipient’s address is not written validly.',
  '1.4': 'The recipient’s address fits more than one mailbox.',
  '1.6': 'The mailbox has moved, and no new address is known.',
  '1.7': 'The sender’s address is not written validly.',
  '1.8': 'The sender’s domain does not exist or cannot be used.',
  '1.10': 'The recipient was not found, or the domain says that it takes no mail.',
  '2.0': 'Something is wrong with the mailbox.',
  '2.1': 'The mailbox is disabled or takes no mail.',
  '2.2': 'The mailbox is full.',
  '2.3': 'The mail is larger than the mailbox may get.',
  '2.4': 'A mailing list could not be expanded.',
  '3.0': 'The recipient’s mail system has a fault.',
  '3.1': 'The recipient’s mail system is full.',
  '3.2': 'The recipient’s mail system takes no mail just now.',
  '3.4': 'The mail is too big for the recipient’s mail system.',
  '3.5': 'The recipient’s mail system is set up wrong.',
  '4.0': 'The network or the routing failed.',
  '4.1': 'The recipient’s server does not answer. Microsoft also uses it for an unknown recipient.',
  '4.2': 'The connection broke.',
  '4.3': 'The directory or name server failed.',
  '4.4': 'No way to the recipient’s domain was found.',
  '4.5': 'The mail system is congested, or a quota is used up.',
  '4.6': 'The mail goes in circles.',
  '4.7': 'The mail waited too long and was given up.',
  '5.0': 'The servers did not understand each other.',
  '5.1': 'A command was not allowed here.',
  '5.2': 'A command was not understood.',
  '5.3': 'Too many recipients at once.',
  '5.4': 'A command had a wrong argument.',
  '6.0': 'Something is wrong with the content or its format.',
  '6.1': 'The kind of content is not supported.',
  '6.3': 'The content would have to be converted, and cannot be.',
  '7.0': 'Refused for a security or policy reason.',
  '7.1':
    'Not allowed. Filters, relays, block lists, policies and quotas all use this code; the words decide.',
  '7.2': 'You may not write to this list.',
  '7.3': 'A security check between the servers is not possible.',
  '7.5': 'A cryptographic check failed.',
  '7.7': 'The mail was changed on its way.',
  '7.8': 'Signing in failed: wrong user name or password.',
  '7.9': 'The way of signing in is too weak.',
  '7.11': 'Signing in needs encryption.',
  '7.20': 'No valid DKIM signature.',
  '7.23': 'The SPF check failed.',
  '7.25': 'The sending server’s IP has no matching name (PTR).',
  '7.26': 'Several sender checks (SPF, DKIM, DMARC) failed.',
  '7.27': 'The sender’s domain says that it takes no mail.',
  '7.28': 'Too much mail from this sender.',
  '7.57': 'The server asks you to sign in before sending.',
}

/** One plain sentence for a reply code such as `550`, or null for one that says nothing. */
export function explainReplyCode(code: string): string | null {
  return REPLY[code] ?? (/^[245]\d\d$/.test(code) ? (FIRST_DIGIT[code[0]!] ?? null) : null)
}

/** One plain sentence for an enhanced status code such as `5.7.1`, or null for one that is none. */
export function explainEnhancedCode(code: string): string | null {
  const parts = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(code)
  if (!parts) return null
  if (parts[1] === '2') return 'The server accepted it.'
  const known = DETAIL[`${parts[2]}.${parts[3]}`]
  if (known !== undefined) return known
  const subject = SUBJECT[parts[2]!]
  if (subject === undefined) return FIRST_DIGIT[parts[1]!] ?? null
  return `${parts[1] === '4' ? 'Refused for now' : 'Refused for good'}, ${subject}.`
}

/** The first reply code and enhanced code in a text; empty where there is none. An IP address or a version is no code. */
export function firstCodes(text: string): Codes {
  readWords(text)
  return codesIn(text)
}
