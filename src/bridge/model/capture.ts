import { z } from 'zod'
import { plainDate } from './case.ts'
import { chatChannel, spokenLine } from './chat.ts'

const line = z.string().trim().max(300)
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)

/** What the lawyer says of a picture of a screen. Nothing of it stands in the picture's bytes. */
export const captureDraft = z.object({
  channel: chatChannel,
  capturedOn: plainDate.nullable(),
  /** `HH:MM` on the clock of whoever captured it. */
  capturedTime: clock.nullable(),
  /** IANA name of that clock's zone. */
  capturedZone: line.nullable(),
  account: line,
  orderNumber: line,
  complaintNumber: line,
  capturedBy: line,
})
export type CaptureDraft = z.infer<typeof captureDraft>

export const capture = captureDraft.extend({ messageId: z.uuid(), changedAt: z.iso.datetime() })
export type Capture = z.infer<typeof capture>

/** A line as somebody reads it off a picture. Its time is as the picture shows it, and may be missing. */
export const transcribedLine = z.object({
  /** Names the conversation that the lines of several pictures share. */
  title: z.string().trim().min(1).max(200),
  speaker: line,
  account: line,
  side: z.enum(['client', 'counterparty', 'other']),
  saidOn: plainDate.nullable(),
  saidTime: clock.nullable(),
  zone: line.nullable(),
  text: z.string().trim().min(1).max(10_000),
})
export type TranscribedLine = z.infer<typeof transcribedLine>

/** The lines that stand, and how many were taken back. */
export const transcript = z.object({ lines: z.array(spokenLine), withdrawnCount: z.int() })
export type Transcript = z.infer<typeof transcript>
