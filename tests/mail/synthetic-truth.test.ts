import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readMessage } from '../../electron/mail/read-message.ts'
import { safeFileName } from '../../electron/mail/structure/safe-file-name.ts'
import { CORPUS } from './support/corpus-facts.ts'

const FOLDER = join(CORPUS, 'synthetic-zh')
const people = z.array(z.tuple([z.string(), z.string()]))
const truth = z.object({
  note: z.string(),
  subject: z.string().optional(),
  from: people.optional(),
  to: people.optional(),
  date: z.string().nullable().optional(),
  message_id: z.string().optional(),
  attachments: z
    .array(z.object({ name: z.string().nullable().optional(), sha256: z.string().nullable() }))
    .optional(),
  text: z.array(z.string()).optional(),
})
const all = z
  .record(z.string(), z.union([z.object({ mbox: z.string() }), truth]))
  .parse(JSON.parse(readFileSync(join(FOLDER, 'truth.json'), 'utf8')))

/** Messages that are refused; `hostile.test.ts` looks at those. */
const REFUSED = /z-mal-(?:zero|newline|nohdr|deep50|deep400|parts5000)\.eml/
/** What was put in and cannot come out, or comes out better. By file and fact. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'z-mal-nul.eml subject': 'NUL is no character of a subject; it becomes a blank',
  'z-mal-dup-headers.eml from': 'both From fields are shown, for either may be the lie',
  'z-mal-date-zhday.eml date': 'the day of the week is not needed to read the date',
  'z-mal-date-cst.eml date': 'CST is UTC-6 in RFC 5322 4.3',
  'z-mal-date-iso.eml date': 'an ISO 8601 date with a zone leaves no doubt',
  'z-mal-cr.eml attachments': 'lines ending in CR are read too',
  'z-mal-blankfirst.eml attachments': 'blank lines before the header are passed over',
  'z-mal-uuencode.eml attachments': 'uuencoded text in a plain body stays text',
  'z-nested-b64.eml attachments': 'a nested message is listed as one, not as a file',
  'z-smime-detached.eml attachments': 'the signature is listed too',
}

describe('generated Chinese mail is read as it was written', () => {
  const files = Object.entries(all).filter(([file]) => !REFUSED.test(file))
  test.each(files)('%s', (file, expected) => {
    if ('mbox' in expected) return
    const result = readMessage(readFileSync(join(FOLDER, file)))
    if (!result.ok) throw new Error(result.reason)
    const { message } = result
    const attachments = message.attachments.filter(({ nestedSubject }) => nestedSubject === null)
    const { subject, from, to, date, message_id, text = [] } = expected
    const facts: [string, unknown, unknown][] = [
      ['subject', message.subject, subject],
      ['from', message.from.map(({ name, address }) => [name, address]), from],
      ['to', message.to.map(({ name, address }) => [name, address]), to],
      ['date', message.date.at, date],
      ['id', message.messageId, message_id],
      [
        'attachments',
        attachments.map(({ fileName, sha256 }) => ({ name: fileName, sha256 })),
        expected.attachments?.map(({ name, sha256 }) => ({
          name: safeFileName(name ?? ''),
          sha256: sha256 ?? expect.stringMatching(/^[\da-f]{64}$/),
        })),
      ],
    ]
    for (const [fact, ours, theirs] of facts) {
      if (theirs === undefined) continue
      if (`${file} ${fact}` in EXCEPTIONS) expect(ours, 'no exception any more').not.toEqual(theirs)
      else expect(ours, fact).toEqual(theirs)
    }
    const seen = message.text.replace(/\s+/g, '')
    for (const passage of text) expect(seen).toContain(passage.replace(/\s+/g, ''))
  })
})
