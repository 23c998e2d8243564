import type { Example } from './mails'
import { told } from './told'

/** How Exchange begins a report of a failure, by language, and what it says first. */
const FAILED: readonly (readonly [language: string, subject: string, says: string])[] = [
  ['German', 'Unzustellbar', 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:'],
  ['French', 'Non remis', 'Échec de la remise pour ces destinataires ou groupes :'],
  ['Spanish', 'No se puede entregar', 'No se pudo entregar el mensaje a estos destinatarios o grupos:'],
  ['Italian', 'Non recapitabile', 'Impossibile recapitare il messaggio ai seguenti destinatari o gruppi:'],
  ['Portuguese', 'Não é possível entregar', 'Falha na entrega a estes destinatários ou grupos:'],
  ['Dutch', 'Onbestelbaar', 'De bezorging aan de volgende geadresseerden of groepen is mislukt:'],
  ['Polish', 'Niedostarczone', 'Nie można dostarczyć wiadomości do następujących adresatów lub grup:'],
  ['Russian', 'Не удается доставить', 'Сбой доставки следующим получателям или группам:'],
  [
    'Swedish',
    'Det gick inte att leverera',
    'Det gick inte att leverera till följande mottagare eller grupper:',
  ],
  ['Danish', 'Kan ikke leveres', 'Levering til disse modtagere eller grupper mislykkedes:'],
  ['Finnish', 'Toimittaminen ei onnistunut', 'Viestin toimittaminen seuraaville epäonnistui:'],
  ['Czech', 'Nedoručitelné', 'Doručení těmto příjemcům nebo skupinám se nezdařilo:'],
  ['Hungarian', 'Kézbesíthetetlen', 'A kézbesítés nem sikerült a következő címzetteknek:'],
  ['Turkish', 'Teslim Edilemedi', 'Bu alıcılara veya gruplara teslim edilemedi:'],
  ['Romanian', 'Nelivrabil', 'Livrarea către acești destinatari sau grupuri nu a reușit:'],
  ['Greek', 'Δεν είναι δυνατή η παράδοση', 'Η παράδοση σε αυτούς τους παραλήπτες απέτυχε:'],
  ['Ukrainian', 'Неможливо доставити', 'Не вдалося доставити повідомлення таким одержувачам:'],
  ['Japanese', '配信不能', '次の受信者またはグループへの配信に失敗しました:'],
  ['Chinese', '无法送达', '向这些收件人或组传递邮件失败:'],
  ['Korean', '배달되지 않음', '다음 받는 사람이나 그룹에게 배달하지 못했습니다.'],
  ['Hebrew', 'לא ניתן למסירה', 'המסירה לנמענים או לקבוצות אלה נכשלה:'],
  ['Arabic', 'تعذر التسليم', 'فشل التسليم إلى هؤلاء المستلمين أو المجموعات:'],
]

const WAITS: readonly (readonly [string, string, string])[] = [
  ['German', 'Zustellung verzögert', 'Diese Nachricht wurde noch nicht zugestellt.'],
  ['French', 'Remise retardée', "Ce message n'a pas encore été remis."],
]

const mail = (subject: string, says: string): string =>
  told(`${says}\n\nk.vale@harbour.example\n`, {
    from: 'Microsoft Outlook <postmaster@harbour.example>',
    subject: `${subject}: Short question`,
    marks: 'Content-Type: text/plain; charset=utf-8\n',
  })

/** Exchange's reports without any code, in languages. */
export const EXCHANGE: readonly Example[] = [
  ...FAILED.map(([language, subject, says]): Example => ({
    name: `Exchange without a code, in ${language}`,
    mail: mail(subject, says),
    kind: 'bounce',
    bounces: { 'k.vale@harbour.example': 'unclassified' },
  })),
  ...WAITS.map(([language, subject, says]): Example => ({
    name: `Exchange about a mail that waits, in ${language}`,
    mail: mail(subject, says),
    kind: 'delayed',
    bounces: { 'k.vale@harbour.example': 'unclassified' },
  })),
]
