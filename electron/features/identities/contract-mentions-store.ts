import type { CaseRecord } from '@bridge/model/case.ts'
import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { attachmentTexts, messages } from '../../store/schema/index.ts'
import type { Reader } from '../../store/store.ts'

/** A line of a paper that names an address. */
export interface Mention {
  messageId: string
  quote: string
}

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu
/** Papers that name a contract's number are few; more are not looked through while somebody waits. */
const PAPERS = 40
const QUOTE_LENGTH = 300

/** Addresses that papers naming the contract's number give, each with the line it stands in; none without a number. */
export function listContractMentions(reader: Reader, matter: CaseRecord): Map<string, Mention> {
  const mentions = new Map<string, Mention>()
  if (matter.contractNumber.length < 4) return mentions
  const own = and(eq(messages.caseId, matter.id), isNull(messages.withdrawnAt))
  const isPaper = (text: SQL) => and(own, holds(text, matter.contractNumber), holds(text, '@'))
  const attached = reader
    .select({ messageId: attachmentTexts.messageId, text: attachmentTexts.text })
    .from(attachmentTexts)
    .innerJoin(messages, eq(messages.id, attachmentTexts.messageId))
    .where(isPaper(sql`${attachmentTexts.text}`))
    .limit(PAPERS)
    .all()
  const papers = reader
    .select({ messageId: messages.id, text: messages.text })
    .from(messages)
    .where(and(eq(messages.form, 'document'), isPaper(sql`${messages.text}`)))
    .limit(PAPERS)
    .all()
  for (const { messageId, text } of [...papers, ...attached])
    for (const line of text.split(/\r?\n/u))
      for (const [address] of line.matchAll(ADDRESS)) {
        const key = address.toLowerCase()
        if (!mentions.has(key)) mentions.set(key, { messageId, quote: line.trim().slice(0, QUOTE_LENGTH) })
      }
  return mentions
}

const holds = (text: SQL, part: string): SQL => sql`instr(${text}, ${part}) > 0`

/** Whether a message, or a file attached to it, says these words. */
export function saysSo(reader: Reader, messageId: string, quote: string): boolean {
  const found = reader
    .select({ one: sql`1` })
    .from(messages)
    .leftJoin(attachmentTexts, eq(attachmentTexts.messageId, messages.id))
    .where(
      and(
        eq(messages.id, messageId),
        or(holds(sql`${messages.text}`, quote), holds(sql`${attachmentTexts.text}`, quote)),
      ),
    )
    .limit(1)
    .get()
  return found !== undefined
}
