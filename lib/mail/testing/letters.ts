import type { Example } from './mails'
import { told } from './told'

const kindOf = (kind: Example['kind'], name: string, mail: string): Example => ({
  name,
  mail,
  kind,
  bounces: {},
})
const from = 'Lena <lena@stadt.example>'

/** Automatic answers by the languages of their subjects. */
const ANSWERS = [
  'Automatische Antwort: Kurze Frage',
  'Réponse automatique : Petite question',
  'Respuesta automática: Pregunta',
  'Risposta automatica: Domanda',
  'Resposta automática: Pergunta',
  'Automatisch antwoord: Vraag',
  'Odpowiedź automatyczna: Pytanie',
  'Автоответ: Вопрос',
  '自動応答: 質問',
  '自动回复: 问题',
  'Autosvar: Fråga',
  'Poissaoloviesti: Kysymys',
  'Otomatik Yanıt: Soru',
  '부재중: 질문',
].map((subject) =>
  kindOf('auto_reply', subject, told('Until the 20th: cover@stadt.example', { from, subject })),
)

/** Mails that speak of failures or answer by themselves, and report on no delivery of ours. */
export const LETTERS: readonly Example[] = [
  ...ANSWERS,
  kindOf(
    'auto_reply',
    'an answer of a mailbox that nobody reads',
    told('This mailbox is not monitored. Write to new@stadt.example', {
      from,
      subject: 'Out of office: mailbox not monitored',
    }),
  ),
  kindOf(
    'not_bounce',
    'a bill',
    told('Your payment failed. Please update your card: billing@shop.example', {
      from: 'billing@shop.example',
      subject: 'Payment failed for your subscription',
    }),
  ),
  kindOf(
    'not_bounce',
    'a parcel',
    told('Your parcel 550 123 could not be delivered to Main Street. Contact service@parcels.example', {
      from: 'Parcels <noreply@parcels.example>',
      subject: 'Delivery status: your parcel could not be delivered',
    }),
  ),
  kindOf(
    'not_bounce',
    'an invitation that was declined',
    told('lena@stadt.example has rejected this invitation.', {
      from: 'calendar@stadt.example',
      subject: 'Rejected: Short question',
    }),
  ),
  kindOf(
    'not_bounce',
    'a postmaster’s letter',
    told('Our servers are down for maintenance on Sunday. Questions: help@provider.example', {
      from: 'Postmaster <postmaster@provider.example>',
      subject: 'Maintenance on Sunday',
    }),
  ),
  kindOf(
    'challenge_response',
    'a challenge in German',
    told('Ihre E-Mail wird zurückgehalten, bis Sie bestätigen, dass Sie ein Mensch sind.', {
      from,
      subject: 'Bitte bestätigen Sie Ihre Nachricht',
    }),
  ),
]
