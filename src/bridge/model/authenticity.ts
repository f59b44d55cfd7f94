import { z } from 'zod'
import { bilingual } from './exhibit.ts'

/** What a test says. Whether a message is what it claims to be is for a court or an expert: no test says that. */
export const findingVerdict = z.enum(['consistent', 'inconsistent', 'cannot-be-tested'])
export type FindingVerdict = z.infer<typeof findingVerdict>

export const FINDING_GROUPS = ['transit', 'identifiers', 'headers', 'signatures', 'server'] as const
export const findingGroup = z.enum(FINDING_GROUPS)

const figure = z.object({ label: bilingual, value: z.string() })
export type Figure = z.infer<typeof figure>

/** One test of one message: what it says, the figures that rests on, what it means, and how far it goes. */
export const finding = z.object({
  /** The test, as the wording names it: `received.steps`. */
  id: z.string(),
  /** Which of the possible outcomes of this test. */
  outcome: z.string(),
  group: findingGroup,
  title: bilingual,
  verdict: findingVerdict,
  figures: z.array(figure),
  meaning: bilingual,
  limits: bilingual,
})
export type Finding = z.infer<typeof finding>

/** Name under which the DNS holds the key of a signature: `SELECTOR._domainkey.DOMAIN`. */
export const keyName = z.object({ domain: z.string(), selector: z.string() })
export type KeyName = z.infer<typeof keyName>

const keyDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[^\s/\\'"]+$/u)
const keySelector = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[^\s/\\'"]+$/u)

/** A key as somebody looked it up: the text of the record, the day, who did it and with what. */
export const dkimKey = z.object({
  id: z.uuid(),
  domain: keyDomain,
  selector: keySelector,
  record: z.string().min(1).max(10_000),
  lookedUpOn: z.iso.date(),
  lookedUpBy: z.string(),
  source: z.string(),
  addedAt: z.iso.datetime(),
})
export type DkimKey = z.infer<typeof dkimKey>

/** A key that a test may use, and what is said of it where it is used. */
export const keptKey = dkimKey.pick({
  domain: true,
  selector: true,
  record: true,
  lookedUpOn: true,
  source: true,
})
export type KeptKey = z.infer<typeof keptKey>

/** The fields of a header as they stand, for the comparison of two copies. */
export const headerField = z.object({ name: z.string(), value: z.string() })
export type HeaderField = z.infer<typeof headerField>

/** What one message's bytes say about themselves. */
export const authenticityReading = z.object({
  findings: z.array(finding),
  /** Keys its signatures need, kept or not. */
  keys: z.array(keyName),
  fields: z.array(headerField),
  /** ISO instant of the Date field, for the tests that look at other messages. */
  sentAt: z.iso.datetime().nullable(),
})
export type AuthenticityReading = z.infer<typeof authenticityReading>

/** The twelve factors of an e-mail's strength (EVID 93, 94; the weighting is the product's own). */
export const SCORE_FACTORS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
export const scoreFactor = z.union(SCORE_FACTORS.map((factor) => z.literal(factor)))
export type ScoreFactor = z.infer<typeof scoreFactor>

export const scoreMark = z.enum(['strong', 'weak', 'not-known'])
export type ScoreMark = z.infer<typeof scoreMark>

export const scoreLine = z.object({
  factor: scoreFactor,
  title: bilingual,
  mark: scoreMark,
  reason: bilingual,
  /** What would make it stronger; empty where it is strong. */
  advice: bilingual.nullable(),
  /** Whether only the lawyer can say it. */
  asked: z.boolean(),
  /** The lawyer's own words, where she said it. */
  note: z.string(),
})
export type ScoreLine = z.infer<typeof scoreLine>

/** One difference between two copies. */
export const copyDifference = z.object({
  what: z.enum(['subject', 'date', 'message-id', 'from', 'to', 'text', 'attachment', 'header']),
  /** Name of the header field or of the attached file. */
  name: z.string(),
  left: z.string().nullable(),
  right: z.string().nullable(),
  /** Whether transport is expected to make it: trace fields, what servers and programs add. */
  expected: z.boolean(),
})
export type CopyDifference = z.infer<typeof copyDifference>

export const provenance = z.object({
  mailbox: z.string().trim().max(300),
  account: z.string().trim().max(300),
  exportedBy: z.string().trim().max(300),
  exportedWith: z.string().trim().max(300),
  exportedOn: z.iso.date().nullable(),
  note: z.string().trim().max(2_000),
})
export type Provenance = z.infer<typeof provenance>
