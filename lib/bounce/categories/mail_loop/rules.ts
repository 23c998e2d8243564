import type { Rule } from '../../classify/rule'

export const rules: readonly Rule[] = [
  {
    id: 'mail-loop',
    says: [
      '{number|count} received {data|} {headers|lines} .. {exceed*|maximum|limit|too}',
      'mailloop',
      '{mail|message} loop',

      '{mail|routing|email|message|forwarding|relay|delivery|mx|smtp|infinite|possible|local|alias|apparent|bounce|possible mail|mail forwarding|configuration} {loop|loops|looping}',
      '{loop|loops|looping} {detected|back|found|error|counter|to itself|back to me|back to myself|backs|to this|between|list|back to}',
      '{loops|loop} .. {myself|me|itself|detected|mx problem}',
      '{too many|maximum number|max|maximum|exceeded|exceeds|excessive} {hops|hop count|received headers|received lines|hop|received fields|received header|received|mail hops|hops in mail|relays|forwards}',
      '{hop count|hops|hopcount|hop limit} .. {exceeded|too many|too high|exceeds|limit|maximum|reached}',
      'loopdetected',
      '{looping|loop} .. {message|mail}',
      'message {looping|looped}',
      'mail for .. loops back to',
      '{already|already been} {delivered|received|seen|processed|forwarded} .. {delivered to|header|loop}',
      'delivered to {line|header} .. {already|twice|loop}',
      'too many {routing|forwarding} {steps|hops}',
      'circular {routing|forwarding|reference|alias}',
      'aliasing forwarding loop broken',
      'local configuration error .. refers to itself',
      'routes back to me',
      'mx list .. points back',
      '{best mx|lowest numbered mx|lowest mx} .. {myself|local host|itself|local|me}',
      'mail server {in dns points|points} .. local',
    ],
    unless: ['feedback loop', 'loopback', 'relays {per|in}'],
    weight: 88,
    example: '554 5.4.6 Hop count went over the maximum: hops exceeded',
    source: 'RFC 5321 6.3; Postfix, Sendmail, Exim, qmail, Exchange 5.4.14',
  },
  {
    id: 'mail-loop-languages',
    says: [
      '{mailschleife|endlosschleife|mail schleife|zustellschleife|weiterleitungsschleife}',
      '{boucle|bucle|ciclo|petla|lus|loop} .. {detectee|detectado|detectada|rilevato|wykryta|gedetecteerd|infinie|infinito|messagerie|correo|pocztowa}',
      '{обнаружена|почтовая} .. {петля|зацикливание|петли}',
      '{зацикливание|петля} .. {почты|писем|обнаружена}',
      '{循环|回环|循環} .. {邮件|投递|检测}',
      '{邮件|投递|路由|メール} .. {循环|回环|循環|ループ}',
    ],
    weight: 88,
    example: '554 Mailschleife erkannt',
  },
]
