/** Every file format that is read, in the order of the picker; each has its entry beside this file. */
export const FORMAT_IDS = [
  'generic',
  'sendgrid',
  'mailgun',
  'powermta',
  'kumomta',
  'postfix',
  'hubspot',
  'microsoft365',
  'mailchimp',
  'salesforce',
  'apollo',
  'mail',
] as const
export type FormatId = (typeof FORMAT_IDS)[number]
