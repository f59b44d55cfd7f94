/** One e-mail in words; what is left out does not stand in the header. */
export interface MailWords {
  from?: string
  to?: string
  cc?: string
  subject?: string
  date?: string
  messageId?: string
  inReplyTo?: string
  references?: string[]
  body?: string
  /** A text file that hangs on it. */
  file?: { name: string; text: string }
}

const bracketed = (id: string): string => `<${id}>`

/** The message as it would come over the wire (RFC 5322, UTF-8), the same bytes for the same words. */
export function rawMail(words: MailWords): Buffer {
  const { from, to, cc, subject, date, messageId, inReplyTo, references, body = '', file } = words
  const fields: [string, string | undefined][] = [
    ['From', from],
    ['To', to],
    ['Cc', cc],
    ['Subject', subject && `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`],
    ['Date', date],
    ['Message-ID', messageId && bracketed(messageId)],
    ['In-Reply-To', inReplyTo && bracketed(inReplyTo)],
    ['References', references?.map(bracketed).join(' ')],
    ['MIME-Version', '1.0'],
  ]
  const head = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  const text = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', body]
  const lines = file ? [...head, ...mixed(text, file)] : [...head, ...text]
  return Buffer.from(`${lines.join('\n').replace(/\r?\n/gu, '\r\n')}\r\n`)
}

const mixed = (text: string[], file: { name: string; text: string }): string[] => [
  'Content-Type: multipart/mixed; boundary="-b-"',
  '',
  '---b-',
  ...text,
  '---b-',
  `Content-Type: application/octet-stream; name="${file.name}"`,
  `Content-Disposition: attachment; filename="${file.name}"`,
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(file.text).toString('base64'),
  '---b---',
]
