import { defineCategory } from '../category'

export const messageTooLarge = defineCategory({
  number: 7,
  id: 'message_too_large',
  name: 'Attachment size exceeded',
  shortName: 'Attachment size',
  family: 'content',
  disposition: 'fix',
  bounceType: 'soft',
  policy: { holdDays: [], suggest: null, recipientHistory: true },
  meaning: 'The message is larger than the recipient’s server allows.',
  lede: 'Attachments made the message too big. Limits are usually between 10 and 25 MB, and a file grows by a third when it is mailed.',
  steps: [
    {
      title: 'Send a link instead',
      detail: 'Put the file on Google Drive, Dropbox or WeTransfer and share the link.',
      who: 'you',
    },
    {
      title: 'Compress what you attach',
      detail: 'Shrink images, save the PDF for screen, drop what is not needed.',
      who: 'you',
    },
    {
      title: 'Ask for their limit',
      detail: 'The recipient’s IT can tell it, and sometimes raise it.',
      who: 'recipient',
    },
  ],
  whoActs: 'you',
  examples: [
    '552 5.3.4 Message size exceeds fixed maximum',
    '552 5.2.3 Message length exceeds administrative limit',
    '554 5.3.4 Message too big for system',
  ],
})
