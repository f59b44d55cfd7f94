/** A header field block and a body as bytes; lines end in CRLF. */
export function mail(fields: readonly string[], body: string | Buffer = ''): Buffer {
  const head = Buffer.from(`${fields.join('\r\n')}\r\n\r\n`)
  return Buffer.concat([head, typeof body === 'string' ? Buffer.from(body) : body])
}

/** The fields a plain message has. */
export const PLAIN_FIELDS = [
  'From: "Zhang San" <zhang@supplier.example>',
  'To: li@buyer.example',
  'Subject: =?utf-8?B?5ZCI5ZCM?=',
  'Date: Mon, 01 Jan 2024 08:00:00 +0800',
  'Message-ID: <1@supplier.example>',
]

/** A multipart/mixed message of parts that are given with their own headers. */
export function mixed(parts: readonly (string | Buffer)[], boundary = 'b1'): Buffer {
  const pieces = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n`),
    Buffer.from(part),
    Buffer.from('\r\n'),
  ])
  return mail(
    [...PLAIN_FIELDS, `Content-Type: multipart/mixed; boundary="${boundary}"`],
    Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  )
}
