import type { Rule } from '../../classify/rule'
import { senders } from './rules-senders'

const words: Rule[] = [
  {
    id: 'against-policy',
    says: [
      '{policy|policies|local policy|policy violation|policy reasons|policy reason|security policy|company policy|site policy|administrative policy|security policies|policy related|policy rejection|acceptable use|terms of service|administrative prohibition|administratively prohibited|administratively denied|administrative reasons|administrator prohibits|usage policy|compliance|regulations|email policy|prohibited by administrator|administratively|administrative block|administrative rejection|administrative lock|admin policy|mail policy|rule imposed policy}',
    ],
    unless: [
      '{spam|unsolicited|blacklist*|blocklist*|spf|dkim|dmarc|relay*|reputation|rbl|dnsbl|authenticat*|greylist*|quota|virus|reverse dns|ptr|rate limit*|too many|user unknown|size|listed|spamhaus|header*|rfc complian*}',
    ],
    weight: 58,
    example: '550 5.7.0 Our rules forbid it: security policy',
    source: 'IANA enhanced codes 7.0, 7.1',
  },
  {
    id: 'policy-with-other-words',
    says: [
      '{rejected|refused|blocked|denied|violat*|prohibited|not accepted|bounced|due|because|against|per|for|by} {to|of|by|our|local|the|site|} {policy|policies|policy reasons|local policy|policy violation|security policy|security policies|policy restrictions|domain policy|policy settings|message policy|recipient policy|company policy|internal policy|administrative policy}',
      'violat* .. {policy|policies|rules|terms|guidelines|acceptable}',
      'policy {violation|rejection|restriction|restrictions|block|reject|filter|deny|denied|reasons}',
    ],
    unless: [
      '{spf|dkim|dmarc|authenticat*|relay*|spamhaus|blacklist*|blocklist*|rbl|dnsbl|reputation|greylist*|quota|user unknown|reverse dns|ptr|spam policy|spam}',
    ],
    weight: 63,
    example: '554 5.7.1 Refused: against our local policy',
  },
  {
    id: 'attachment-forbidden',
    says: [
      '{attachment|attachments|file|file type|attached file|executable|zip|extension|file name|filename|attachment type|file extension|macro|macros|attached|archive|executable file|file attachment|password protected|encrypted archive|encrypted attachment} .. {not allowed|blocked|rejected|prohibited|forbidden|banned|not accepted|denied|not permitted|disallowed|potentially dangerous|restricted|illegal|removed|dangerous|security|stripped|policy|unacceptable|suspicious|harmful}',
      '{banned|forbidden|blocked|illegal|prohibited|dangerous|executable|disallowed|unacceptable|unsafe|restricted|potentially dangerous|suspicious|inappropriate} {attachment|attachments|file|extension|file type|content type|filename|executable|files|mime type|attachment type|file extension|file attachment}',
      'blockedmessage .. security',
      'security issue',
      'content presents potential security issue',
      '{potentially|potential} {executable|security issue|security risk|harmful attachment|dangerous attachment}',
      'p blockedmessage',
    ],
    unless: ['{size|large|big|limit exceeded|larger|virus|exceeds}'],
    weight: 74,
    example: '552 5.7.0 A ZIP attachment is not allowed here',
    source: 'support.google.com/mail/answer/6590; Amavis banned files',
  },
  {
    id: 'not-allowed-to-write',
    says: [
      '{not|isnt|arent|not been|no|without} {authorized|allowed|permitted|authorised|privileges|permission|permissions|privilege|on allowed|in allowed|on approved|member|a member|subscribed|approved|an authorized|a subscriber|allowed sender|accepted sender} {to|for|list|} {send|post|mail|email|write|deliver|send mail|send email|submit|message|contact|senders|sender list|this list|communicate|sending|list|group|access|use}',
      '{only|just} {accepts|accept|members|subscribers|allowed|authorized|approved|internal|senders|accepting|allows|registered|specific|certain|managers|owners} .. {from|members|senders|sender|post|list|group|can|addresses|users|may|inside|mail|messages|domains|internal|send|organization}',
      '{restricted|moderated|closed|private|internal|protected|announcement} {recipient|group|list|mailing list|distribution list|address|sender|senders|users|mailbox|use|only|forum|mail list}',
      '{recipient|group|mailbox|list|distribution group|mailing list|address|distribution list|alias} .. {restricted|only accepts|requires|does not accept|doesnt accept|not accept|only accept|moderated|accepts|permitted|permissions} .. {senders|messages|mail|members|email|external|outside|approval|internal|authenticated|anonymous|from|sender|post}',
      '{delivery|sending|message|posting|mail|submission} {not authorized|not authorised|not permitted|not allowed|unauthorized|restricted|restrictions|prohibited|restriction|requires approval|forbidden}',
      '{authorization|permission|approval} {required|denied|failed|needed|to send|to post|refused}',
      'rejected by {recipient|user|owner|moderator|group|administrator|admin|organization policy|recipients rules|your organization|recipients organization|receiver|users rules}',
      '{external|outside|internet|foreign} {senders|mail|email|messages|sender|addresses|sources|domains|recipients} .. {not allowed|rejected|blocked|not accepted|not permitted|restricted|prohibited|denied|cannot|refused|disallowed|restrict*}',
      '{does not|doesnt|dont|do not|not|unable to|cannot} {accept|receive|allow|permit|accepting|accepts|allowed} {mail|messages|email|e mail|any|incoming} {from|outside|originating} .. {outside|external|internet|your|sender|senders|you|domain|this sender|organization|address|foreign|countries|country|region}',
      'restrict* .. {who|sender|senders|delivery|email|external}',
      'permission denied',
      '{bulk|marketing|commercial|advertis*|mass|newsletter|newsletters|mailing|promotional} {mail|email|mailing|messages|mailings|message|e mail|emails|not|} .. {not allowed|not accepted|rejected|prohibited|refused|forbidden|not permitted|denied|blocked|disallowed}',
      'recipient {has|} blocked {you|sender|your|messages|mail|this sender}',
      '{blocked|rejected|refused} {by|at} {users|recipient|recipients|user|addressee|customer|the user} {request|rules|settings|preferences|filter|}',
      '{sender|you|address} .. {blocked by recipient|not in allow*|not on allow*|not in whitelist|not whitelisted|not in recipients|blocked by user}',
      '{whitelist|allow list|safe list|safelist|allowlist|allowed senders list|white list}',
      'approval needed',
      '{tls|encryption|secure connection|encrypted connection|starttls} {required|mandatory|must|enforced|is required}',
      '{requires|require|must use|need} {tls|encryption|encrypted|secure connection|a secure}',
      'plaintext {not|connections}',
      'distribution list .. {rejected|not|expand*|restrict*}',
      'delivery restriction*',
      'geographic*',
      'country {blocked|not allowed|restricted}',
    ],
    unless: [
      '{spf|dkim|dmarc|relay*|spam|blacklist*|blocklist*|greylist*|user unknown|rcpthosts|ptr|reverse|send as|rbl|quota|helo|ip|virus|on behalf|too many}',
      '{login|log in|password|credentials|smtp auth}',
    ],
    weight: 62,
    example: '550 5.7.1 Delivery not authorised: this list only accepts mail from members',
    source: 'Exchange 5.7.1, 5.7.124, 5.7.133; Google Groups; Mailman',
  },
  {
    id: 'prohibited-vaguely',
    says: [
      '{access denied|access rejected|not authorized|unauthorized|prohibited|not permitted|forbidden|administratively|permission denied|not allowed|delivery denied|mail denied|denied by|disallowed|unauthorised|access refused|not authorised|sender denied|refuse}',
    ],
    unless: [
      '{recipient|user|mailbox|rcpt} .. {rejected|unknown|not found}',
      '{relay*|spam|spf|dkim|dmarc|authenticat*|rbl|dnsbl|listed|blacklist*|blocklist*}',
    ],
    codes: ['5.7', '550', '553', '554', '571', '4.7'],
    weight: 36,
    example: '554 5.7.1 Access denied',
  },
  {
    id: 'policy-languages',
    says: [
      '{richtlinie|richtlinien|sicherheitsrichtlinie|unternehmensrichtlinie|policy} .. {abgelehnt|verletzt|verstosst|verstoss|verboten|nicht erlaubt}',
      '{abgelehnt|verstoss|verstosst} .. {richtlinie|richtlinien}',
      '{absender|absenderadresse} .. {nicht berechtigt|abgelehnt|nicht erlaubt|gesperrt|blockiert|nicht akzeptiert|verweigert}',
      '{politique|regles|regle} .. {securite|refuse|refusee|interdit|violation}',
      '{expediteur|emetteur} .. {refuse|non autorise|bloque|interdit|rejete}',
      '{politica|politicas|directiva|normas} .. {seguridad|rechazado|violacion|violacao|seguranca|rejeitada|rifiutato|violazione|bloqueado|sicurezza|bloqueada}',
      '{remitente|remetente|mittente} .. {rechazado|no autorizado|bloqueado|rejeitado|nao autorizado|rifiutato|non autorizzato|bloccato|denegado}',
      '{beleid|afzender} .. {geweigerd|overtreding|niet toegestaan|geblokkeerd}',
      '{polityka|polityki|nadawca} .. {odrzucony|narusza|odrzucona|zablokowany|niedozwolony}',
      '{политика|политики|политикой|отправитель} .. {отклонено|запрещено|безопасности|отклонен|запрещен|заблокирован|нарушение}',
      '{策略|政策|规则|发件人|寄件人|发信人} .. {拒绝|违反|拒收|禁止|不允许|被拒|限制}',
      '{ポリシー|規約|差出人|送信者} .. {違反|拒否|許可されて|拒絶|制限}',
      '{拒收|拒绝接收}',
    ],
    weight: 64,
    example: '550 Wegen unserer Richtlinien abgelehnt',
  },
]

export const rules: readonly Rule[] = [...words, ...senders]
