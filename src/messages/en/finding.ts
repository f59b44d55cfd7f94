export const finding = {
  thread: {
    title: 'Thread',
    alone: 'Nothing in the case answers it or is answered by it.',
    gap: 'A message that is answered here is not in the case',
    cut: (shown: string, all: string) => `The first ${shown} of ${all} messages.`,
  },
  gaps: {
    open: (replies: string, one: boolean) =>
      one ? '1 reply whose parent is missing' : `${replies} replies whose parent is missing`,
    title: 'Messages that are missing',
    explain:
      'Each of these is answered by a message of the case and is not in it. Whoever holds the mailbox can find them by their Message-ID.',
    count: (count: string, one: boolean) =>
      one ? '1 message is missing.' : `${count} messages are missing.`,
    answeredBy: 'Answered by',
    copy: 'Copy as a request to the client',
    copied: 'Copied',
    request:
      'The following messages are answered in the correspondence we hold, but we do not have them. Please send them to us from the original mailbox as files (.eml or .msg), not forwarded:',
    answered: (day: string, who: string) => `answered on ${day} by ${who}`,
    more: (count: string) => `and ${count} more, which are not listed here.`,
  },
  copies: {
    title: 'Copies',
    sameText: 'same text',
    otherText: 'other text',
    sameFiles: 'same attachments',
    otherFiles: 'other attachments',
    explain: 'The same Message-ID (EDRM hash), other bytes.',
    attachedTo: 'Also attached to',
    alsoAlone: 'Also came by itself',
  },
  statements: {
    title: (count: string, one: boolean) =>
      one ? '1 statement that stands in no message' : `${count} statements that stand in no message`,
  },
  timeline: {
    title: 'Timeline',
    list: 'Everything that has a date',
    months: 'Months',
    monthCount: (month: string, count: string) => `${month}: ${count}`,
    count: (count: string) => `${count} entries`,
    undated: (parts: string) => `Without a date: ${parts}`,
    undatedOf: {
      mail: (count: string, one: boolean) => (one ? '1 e-mail' : `${count} e-mails`),
      chat: (count: string, one: boolean) => (one ? '1 line of a chat' : `${count} lines of chats`),
      document: (count: string, one: boolean) => (one ? '1 document' : `${count} documents`),
      statement: (count: string, one: boolean) => (one ? '1 statement' : `${count} statements`),
    },
    kind: {
      mail: 'E-mail',
      chat: 'Chat',
      document: 'Document',
      statement: 'Statement',
      asked: 'Asked about',
    },
    zone: 'Days of Beijing time (UTC+8).',
    jump: 'Go to a day',
    empty: 'Nothing with a date yet',
    emptyDetail:
      'Messages, lines of chats, documents and statements appear here in the order of their dates.',
    next: 'Next entry',
    previous: 'Previous entry',
    open: 'Open the entry',
  },
}
