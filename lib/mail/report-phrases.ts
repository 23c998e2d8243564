/** Words of subjects that reports have, and others too. */
export const FAILED_SUBJECT =
  /undeliver|returned (?:mail|e-?mail|message)|return(?:ed)? to sender|fail(?:ure|ed)|delivery (?:status|problem|report|error|has)|mail delivery|(?:could|can|was) ?n(?:o|')t (?:be )?(?:deliver|sen[dt])|not (?:be )?deliver|non[- ]?delivery|bounce|mail (?:system )?error|rejected|mailer.?daemon|unable to deliver|mailbox|user unknown|warning: message|delayed|unzustellbar|nicht zugestellt|zustellung|fehlgeschlagen|non remis|non distribu|échec|retour(?:né)? à|no (?:se )?(?:pudo|entrega)|devuelt|mancata consegna|impossibile|não entreg|falha|onbestelbaar|niet bezorgd|niedostarczon|nie dostarczono|не доставлен|недоставлен|ошибка|失败|退信|退回|无法投递|無法|送達|반송|발송 ?실패|전송 ?실패|エラー|配信|送信でき|戻り|受信者|not a? ?member/i
/** The names and the addresses that mail systems have; a name alone anybody can take. */
export const SYSTEM_NAME = /mail ?delivery|mail.?(?:system|server|admin)|system.?administrator/i
export const SYSTEM_ADDRESS = /post_?master|mail(?:er)?.?daemon|mdaemon|daemon@|mail.?delivery[^<>]*@|^<?>?$/i
/** Subjects of mailboxes that answer by themselves, in languages. */
export const AUTO_SUBJECT =
  /out of (?:the )?office|\bOOO\b|auto(?:matic|mated)?[ -]?(?:reply|response|responder)|autoreply|vacation|away from|^auto\s*:|on (?:annual|maternity|paternity|parental|sick) leave|not in the office|nicht im (?:büro|haus)|im urlaub|fora do escritório|ausência|abwesen|automatische antwort|réponse automatique|absence|absent|respuesta automática|fuera de|risposta automatica|fuori sede|resposta automática|automatisch antwoord|afwezig|autoodpowied|odpowiedź automatyczna|automatyczna odpowied|nieobecn|автоответ|автоматический ответ|нет на месте|autosvar|automati(?:sk|skt|ské|cká|cky) (?:svar|odpověď)|frånvaro|fravær|poissaolo|automaattinen vastaus|automatikus válasz|răspuns automat|αυτόματη απάντηση|otomatik yanıt|부재중|자동 ?(?:응답|회신)|自動(?:応答|返信)|不在|自动(?:回复|答复)|自動回覆/i

/** A mail system's own address: what it writes needs no further proof. */
export const DAEMON = /mailer.?daemon@|^\W*mailer.?daemon\W*$|^<>$/i
const MAIL = String.raw`(?:message|mail|nachricht|courriel|mensaje|correo|messaggio|posta|mensagem|bericht|wiadomo|meddelande|meddelelse|melding|viesti|zpráv|správ|üzenet|[iİ]leti|mesaj|μήνυμ|письм|сообщени|лист|повідомлен|thư|pesan)`
const ARRIVED = String.raw`(?:deliver|sent|reach|zugestellt|zustell|remis|d[ée]livr|distribu|entreg|recapit|consegn|bezorg|dostarcz|levere|toimit|doruč|kézbes|livr|παραδ|доставл|gửi|kirim)`
const NOT = String.raw`(?:not|n['’]t|unable|nicht|pas|no (?:se|ha|pudo|puede|fue)|non|não|niet|nie|inte|ikke|ei|nelze|nem|nu|δεν|не|không|tidak)`
const CODES = String.raw`(?:^|\n)\W{0,40}[245]\d\d[ -]\S|\b[245]\.\d{1,2}\.\d{1,3}\b`
export const HAS_CODES = new RegExp(CODES, 'i')
/** The rest of a sentence, addresses in it included. */
const ON = String.raw`(?:[^.?!\n]|\.(?=\S))`
/** That a mail did not arrive. */
const NOT_ARRIVED = [
  String.raw`${MAIL}${ON}{0,120}\b${NOT} [^.?!\n]{0,40}${ARRIVED}`,
  String.raw`${MAIL}${ON}{0,120}(?:teslim edilemedi|nelze|nem k[ée]zbes)`,
  String.raw`${NOT} [^.,?!\n]{0,40}${ARRIVED}[^.,?!\n]{0,40}${MAIL}`,
  String.raw`not (?:be |been )?delivered to\s*(?:the following recip|these recip|one or more|some recip|:|<|[^\s@]{1,64}@)`,
  String.raw`${MAIL}${ON}{0,80}\b(?:was|been|is|wurde|été|sido|stato|è|foi)\s[^.\n]{0,20}(?:rejected|blocked|bounced|returned|abgelehnt|refus|rechaz|rifiut)`,
  String.raw`(?:rejected|blocked|stopped) (?:the following|your) (?:e-?)?${MAIL}`,
  String.raw`(?:échec|fallo|errore|falha|fehler)[^.\n]{0,40}(?:remise|entrega|recapito|consegna|zustellung)`,
]
/** What reports say, and letters, bills and newsletters don't: a reply's codes, that nobody is there, that a mail did not arrive. */
export const SAYS_SO = new RegExp(
  [
    CODES,
    String.raw`undeliver|user unknown|unknown user|no such (?:user|address)|user not (?:known|found)|not a valid (?:user|address)|no user by that|destinatair|empf(?:ä|ae)nger|destinatari|ontvanger|geadresseerde|adresat|odbiorc|mottag|modtager|címzett|příjem|получател|адресат|受信者|宛先|できませんでした|お届けでき|收件人|退信|退回|[無无]法(?:送[達达]|投[遞递]|傳遞|传递)|받는|수신자|못했습니다`,
    ...NOT_ARRIVED,
  ].join('|'),
  'i',
)
/** The same of a sender that is no mail system: codes, or that the mail did not arrive. */
export const SAYS_PLAINLY = new RegExp(
  [CODES, 'failed recipients?', 'error-for:', ...NOT_ARRIVED].join('|'),
  'i',
)
/** Under any subject a system may write of the mail that somebody sent. */
export const ABOUT_YOURS = new RegExp(
  String.raw`\b(?:your|ihre|votre|su|il (?:suo|tuo)|a sua|uw|ditt|din|dit|vaš[iae]|ваш[ае]?|mesajul) (?:e-?)?${MAIL}|meldingen din|viestiä?si|üzenete|[iİ]letiniz|mesajul dvs|μήνυμά σας|thư của bạn|pesan anda|${MAIL} (?:that )?you (?:have )?sent|ваше (?:письмо|сообщение)|error message below:|\n[ \t]*rcpt to:`,
  'i',
)
/** An address on a line of its own, or called a recipient. */
export const NAMES_SOMEBODY = /^[ \t]*<?[^\s<>@]{1,64}@[^\s<>@]{3,255}>?:?[ \t]*$|recipient/im
/** Enough from an address that is a system's. */
export const FAILED = new RegExp(
  `deliver[^.\\n]{0,40}fail|fail[^.\\n]{0,40}deliver|teslim edilemedi|${NOT} [^.\\n]{0,40}${ARRIVED}`,
  'i',
)
/** What an administrator or a thief writes to the owner of a mailbox about it and the mails it gets, and carriers of parcels. */
export const OTHERWISE =
  /\byour (?:own |new )?(?:mailbox|mail ?account|inbox|e-?mail (?:account|storage)|storage)\b[^\n]{0,80}(?:full|quota|limit|used|exceed|%|created)|quarantine|(?:spam|junk) (?:digest|summary)|\bto your (?:inbox|mailbox)\b|your incoming|pending (?:messages|e?-?mails)|\brelease (?:messages|them|all)|password[^.\n]{0,30}expire|\b(?:your|the|ihre|ihr|votre|su|il tuo) (?:parcel|package|shipment|order|sendung|paket|colis|paquete|pacco)\b/i

/** Subjects that a system gives to nothing but its reports. */
const RETURNED =
  /^(?:\[postmaster\] )?(?:undeliver(?:able|ed)|returned (?:e?-?mail|message)|(?:notice: mail |e?-?mail |message )?delivery (?:failure|status|status notification|notification|report)|failure notice|non[- ]?delivery|(?:your )?(?:e?-?mail|message) (?:failure|delivery failed|could not be delivered))/i
/** What Exchange writes before the subject of a mail that it could not deliver, or not yet, in the languages it speaks. */
const EXCHANGE =
  /^(?:unzustellbar|nicht zustellbar|zustellung verzögert|non remis|remise (?:retardée|différée)|no se puede entregar|no entregado|entrega (?:retrasada|atrasada)|non recapitabile|recapito ritardato|não é possível entregar|não entregue|onbestelbaar|bezorging vertraagd|niedostarczon|dostarczanie opóźnione|не удается доставить|недоставлен|доставка (?:отложена|задерживается)|неможливо доставити|det gick inte att leverera|olevererat|kan ikke leveres|toimittaminen ei onnistunut|ei voi toimittaa|nedoručiteln|nedoručiteľn|kézbesíthetetlen|teslim edilemedi|nelivrabil|imposibil de livrat|δεν είναι δυνατή η παράδοση|неможливо|недоставимо|не може да се достави|nije moguće isporučiti|ni mogoče dostaviti|配信不能|配信遅延|无法送达|无法传递|无法投递|無法傳遞|退信|系统退信|배달되지|배달할 수 없음|לא ניתן למסירה|تعذر التسليم|ไม่สามารถส่ง|không thể gửi|tidak dapat dikirim|(?:avviso di )?mancata consegna|mensaje devuelto|mensagem não entregue)/i
export const isReturned = (subject: string): boolean => RETURNED.test(subject) || EXCHANGE.test(subject)
/** What a person says of itself, and no system does. */
export const SPEAKS =
  /\bI (?:forward|will|shall|can|have|think|tried|heard|got|just|hope|wrote|sent)\b|\b(?:regards|cheers|grüße|cordialement|saludos)\b/i
/** How letters begin. */
export const GREETS =
  /^\W*(?:hi|hello|hey|dear (?!sender|user|customer|sir)|good (?:morning|day)|hallo|liebe[rs]?|sehr geehrte|guten|moin|bonjour|cher|chère|hola|estimad|buen[oa]s|ciao|buongiorno|gentile|olá|prezad|beste|geachte|witam|dzień dobry|szanown|здравствуйте|добрый)\b/i

/** A gateway that keeps the subject of the mail it could not deliver says so at once; a person who writes about it doesn't. */
export const BEGINS_SO = new RegExp(
  String.raw`^[\W\s]*(?:your|votre|ihre|s[ue]|il (?:suo|tuo)|a sua) ${MAIL}[^.\n]{0,80}${NOT}[^.\n]{0,40}(?:deliver|zugestellt|d[ée]livr|remis|entreg|consegn)`,
  'i',
)
