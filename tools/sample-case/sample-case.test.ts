import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { caseDraft } from '@bridge/model/case.ts'
import { CHANNELS } from '@bridge/model/channel.ts'
import { exhibitSettings, exhibitWording, groupWording } from '@bridge/model/exhibit.ts'
import { STATEMENT_KINDS } from '@bridge/model/statement.ts'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { headerOf, type ReadPart, readParts, splitMbox } from './read-back.ts'
import { makeSampleCase } from './sample-case.ts'

const folder = fileURLToPath(new URL('../../resources/sample-case/', import.meta.url))
const mailFiles = readdirSync(`${folder}mail`).sort()

interface ReadMessage {
  readonly file: string
  readonly bytes: Buffer
  readonly headers: string
  readonly messageId: string
  readonly parts: readonly ReadPart[]
}

const messages: readonly ReadMessage[] = mailFiles.flatMap((name) => {
  const content = readFileSync(`${folder}mail/${name}`)
  return (name.endsWith('.mbox') ? splitMbox(content) : [content]).map((bytes) => {
    const headers = bytes.toString('latin1').split(/\r?\n\r?\n/)[0] ?? ''
    const messageId = headerOf(headers, 'Message-ID').slice(1, -1)
    return { file: `mail/${name}`, bytes, headers, messageId, parts: readParts(bytes) }
  })
})

const place = z.object({ file: z.string(), messageId: z.string() })
const answer = z.object({ message: place, verdict: z.enum(['confirms', 'denies']), quote: z.string().min(1) })
const marked = z.object({
  id: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  channel: z.enum(CHANNELS),
  quote: z.string().min(1),
  message: place.optional(),
  asked: place.optional(),
  answers: z.array(answer),
})
const item = z.union([z.object({ statement: z.string() }), z.object({ message: place })])
const caseJson = z.object({
  case: caseDraft,
  settings: exhibitSettings,
  statements: z.array(marked),
  groups: z.array(
    groupWording.extend({ exhibits: z.array(exhibitWording.extend({ items: z.array(item).min(1) })) }),
  ),
})
const theCase = caseJson.parse(JSON.parse(readFileSync(`${folder}case.json`, 'utf8')))

function messageAt({ file, messageId }: z.infer<typeof place>): ReadMessage {
  const found = messages.find((message) => message.file === file && message.messageId === messageId)
  if (found === undefined) throw new Error(`No message ${messageId} in ${file}`)
  return found
}

const textOf = (message: ReadMessage) => message.parts.find((part) => part.charset !== '')?.text ?? ''
const declared = (charset: RegExp) =>
  messages.filter(({ parts }) => parts.some((part) => charset.test(part.charset)))

describe('the files', () => {
  it('are what the generator writes, byte for byte, and nothing else', async () => {
    const made = await makeSampleCase()
    for (const [path, bytes] of made)
      expect(
        readFileSync(`${folder}${path}`).equals(bytes),
        `${path} differs: node tools/sample-case/write.ts`,
      ).toBe(true)
    const expected = [...made.keys()].filter((path) => path.startsWith('mail/')).sort()
    expect(mailFiles.map((name) => `mail/${name}`)).toEqual(expected)
  })

  it('stay small', () => {
    const total = messages.reduce((sum, message) => sum + message.bytes.length, 0)
    expect(total).toBeLessThan(1_500_000)
  })

  it('name nobody outside the domains kept for examples', () => {
    for (const { file, headers, parts } of messages) {
      const words = [headers, ...parts.map((part) => part.text)].join('\n')
      const addresses = words.match(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g) ?? []
      for (const address of addresses) expect(address, file).toMatch(/\.example$/)
    }
  })
})

describe('the mail', () => {
  it('covers the charsets Chinese mail comes in', () => {
    expect(declared(/^gb/).length).toBeGreaterThanOrEqual(12)
    for (const charset of [/^gb2312$/, /^gbk$/, /^gb18030$/, /^big5$/, /^utf-8$/, /^iso-8859-1$/])
      expect(declared(charset).length, String(charset)).toBeGreaterThan(0)
  })

  it('holds one message twice, one without its In-Reply-To, one forwarded inside another', () => {
    const ids = messages.map((message) => message.messageId)
    const twice = messages.filter(
      (message) => ids.indexOf(message.messageId) !== ids.lastIndexOf(message.messageId),
    )
    expect(twice).toHaveLength(2)
    expect(twice[0]?.bytes.equals(twice[1]?.bytes ?? Buffer.alloc(0))).toBe(true)
    const unlinked = messages.filter(
      ({ headers }) => /^Subject: Re:/m.test(headers) && !/^In-Reply-To:/m.test(headers),
    )
    expect(unlinked).toHaveLength(1)
    expect(messages.filter(({ bytes }) => bytes.includes('\r\nContent-Type: message/rfc822'))).toHaveLength(1)
  })

  it('has one message with bytes its charset does not know, and only one', () => {
    const unreadable = messages.filter(({ parts }) => parts.some((part) => part.text.includes('\ufffd')))
    expect(unreadable.map((message) => message.file)).toEqual(['mail/25-2026-05-08-damaged.eml'])
  })

  it('keeps a line that begins with From whole through the mbox', () => {
    const quoted = messages.filter(({ file }) => file.endsWith('.mbox')).map(textOf)
    expect(quoted).toHaveLength(2)
    expect(quoted[1]).toContain('\nFrom our side the debt is no problem')
  })

  it('travels forward in time, hop by hop', () => {
    for (const { file, headers } of messages) {
      const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ')
      const hops = [...unfolded.matchAll(/^Received: .*; (.*)$/gm)].map((match) => Date.parse(match[1] ?? ''))
      const times = [...hops, Date.parse(headerOf(headers, 'Date'))]
      expect(
        times.every((time, at) => at === 0 || time <= (times[at - 1] ?? 0)),
        file,
      ).toBe(true)
    }
  })

  it('answers only what came before', () => {
    const sentAt = new Map(
      messages.map(({ messageId, headers }) => [messageId, Date.parse(headerOf(headers, 'Date'))]),
    )
    for (const { file, messageId, headers } of messages) {
      const parent = headerOf(headers, 'In-Reply-To').slice(1, -1)
      if (parent !== '') expect(sentAt.get(parent), file).toBeLessThan(sentAt.get(messageId) ?? 0)
    }
  })

  it('encloses files that open', async () => {
    const files = messages.flatMap(({ parts }) => parts.filter((part) => part.charset === ''))
    const starts: Record<string, string> = { 'image/png': '\x89PNG\r\n\x1a\n', 'application/pdf': '%PDF-' }
    expect(files).toHaveLength(13)
    for (const { type, bytes } of files) {
      const start = starts[type] ?? 'PK\x03\x04'
      expect(bytes.subarray(0, start.length).toString('latin1'), type).toBe(start)
      if (type === 'application/pdf')
        expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(0)
    }
  })
})

describe('case.json', () => {
  it('quotes word for word what the messages say', () => {
    for (const { message, quote, answers } of theCase.statements) {
      if (message !== undefined) expect(textOf(messageAt(message))).toContain(quote)
      for (const reply of answers) expect(textOf(messageAt(reply.message))).toContain(reply.quote)
    }
  })

  it('builds every exhibit from messages and statements that exist', () => {
    const known = theCase.statements.map((statement) => statement.id)
    for (const one of theCase.groups.flatMap((group) => group.exhibits).flatMap((exhibit) => exhibit.items)) {
      if ('statement' in one) expect(known).toContain(one.statement)
      else expect(messageAt(one.message).parts.length).toBeGreaterThan(0)
    }
  })

  it('carries a code with right check characters and a division that exists nowhere', () => {
    const code = theCase.case.counterpartyCode
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const sum = [...code.slice(0, 17)].reduce(
      (total, one, at) => total + alphabet.indexOf(one) * (3 ** at % 31),
      0,
    )
    expect(code[17]).toBe(alphabet[(31 - (sum % 31)) % 31])
    const weights = [3, 7, 9, 10, 5, 8, 4, 2]
    const body = weights.reduce(
      (total, weight, at) => total + weight * Number.parseInt(code[8 + at] ?? '', 36),
      0,
    )
    expect(code[16]).toBe('0123456789X0'[11 - (body % 11)])
    expect(code.slice(2, 4)).toBe('99')
  })
})
