import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rawMail } from '../../support/raw-mail.ts'
import { MARKS } from './find-canaries.ts'

/** As many strings as the issue names: a quarter each in subjects, bodies, names of attachments and their bytes. */
export const CANARIES = 200
const MAILS = CANARIES / 4

export const canary = (number: number): string => `${MARKS[number % 2]}${String(number).padStart(4, '0')}`

/** The passage of the first mail that is marked as a statement. */
export const QUOTE = canary(1)

/** Mail in `folder`, each file with four canaries; one attachment is too large for the database. */
export function writeCanaryMail(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (let mail = 0; mail < MAILS; mail++) {
    const [subject, body, name, bytes] = [0, 1, 2, 3].map((part) => canary(mail * 4 + part)) as [
      string,
      string,
      string,
      string,
    ]
    const text = `${bytes}\n`.repeat(mail === 0 ? 3_000 : 1)
    const words = { from: 'Li <li@hongda.example.cn>', to: 'Keller <keller@seller.example>' }
    const day = `${String((mail % 28) + 1).padStart(2, '0')} Sep 2024`
    writeFileSync(
      join(folder, `${mail}.eml`),
      rawMail({
        ...words,
        subject,
        date: `${day} 09:00:00 +0800`,
        messageId: `${mail}@hongda.example.cn`,
        body: `We owe it: ${body}`,
        file: { name: `${name}.csv`, text },
      }),
    )
  }
}
