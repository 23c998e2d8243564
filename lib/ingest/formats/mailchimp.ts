import type { TableFormat } from './format'

const CLEANED = { vendorClass: 'mailchimp:cleaned' }

/** Mailchimp's cleaned contacts: who was taken out for bouncing, without the reason. */
export const mailchimp: TableFormat = {
  id: 'mailchimp',
  kind: 'table',
  name: 'Mailchimp cleaned contacts',
  about: 'Mailchimp: Audience, Export audience, then the cleaned_… file of the archive.',
  vendorPrefix: 'mailchimp',
  utc: true,
  match: (names) =>
    names.has('cleantime') || names.has('cleancampaigntitle') || names.has('cleancampaignid') ? 1 : 0,
  columns: {
    recipient: ['emailaddress', 'email'],
    recipientName: ['firstname', 'lastname'],
    campaign: ['cleancampaigntitle', 'cleancampaignid'],
    occurredAt: ['cleantime'],
  },
  judge: () => () => CLEANED,
  sampleName: 'cleaned_members_export.csv',
  sample: [
    'Email Address,First Name,Last Name,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID',
    'nora@hillside-dental.example,Nora,Hill,2025-09-03 09:14:02,Dentists Q3,5f0c1a',
    'tom@brightworks.example,Tom,Bright,2025-09-03 09:15:40,Agencies,5f0c1b',
    '',
  ].join('\n'),
}
