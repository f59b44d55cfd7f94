import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { capture, captureDraft, transcribedLine, transcript } from '../model/capture.ts'
import {
  chatChannel,
  chatOptions,
  chatPreview,
  chatReading,
  chatSpeaker,
  conversation,
  spokenLine,
} from '../model/chat.ts'
import { choiceToken } from './evidence.ts'

const caseId = z.uuid()
const messageId = z.uuid()
const threadId = z.uuid()
const sha256 = z.string().length(64)

export const chatChannels = {
  'chat.choose': command({
    summary: 'Asks the lawyer for the export of a chat; answers with a token, or null when she cancels.',
    input: z.object({}),
    output: z.object({ token: choiceToken.nullable() }),
    errors: [],
    touches: [],
  }),
  'chat.preview': query({
    summary: 'How the chosen export would be read with what is stated; keeps nothing.',
    input: z.object({ token: choiceToken, options: chatOptions }),
    output: z.object({ name: z.string(), sizeBytes: z.int(), sha256, preview: chatPreview }),
    errors: ['CHOICE_EXPIRED', 'CHAT_UNREADABLE'],
    reads: [],
  }),
  'chat.add': command({
    summary:
      'Keeps the export, and each of its lines as a message of a conversation; the bytes must still be those of the preview.',
    input: z.object({
      caseId,
      token: choiceToken,
      sha256,
      options: chatOptions,
      channel: chatChannel,
      title: z.string().trim().min(1).max(200),
      speakers: z.array(chatSpeaker).max(200),
    }),
    output: z.object({ jobId: z.uuid(), importId: z.uuid() }),
    errors: [
      'NOT_FOUND',
      'CHOICE_EXPIRED',
      'CHAT_UNREADABLE',
      'CHANGED_ELSEWHERE',
      'ZONE_STATED',
      'JOB_RUNNING',
    ],
    touches: ['evidence', 'jobs'],
  }),
  'chat.listConversations': query({
    summary: 'The conversations of a case, with who speaks in them and for whom.',
    input: z.object({ caseId }),
    output: z.object({ conversations: z.array(conversation) }),
    errors: [],
    reads: ['evidence'],
  }),
  'chat.getConversation': query({
    summary: 'The conversation that a line stands in, where it stands there, and how its exports were read.',
    input: z.object({ messageId }),
    output: z.object({
      conversation,
      place: z.int(),
      withdrawnCount: z.int(),
      readings: z.array(chatReading),
    }),
    errors: ['NOT_FOUND'],
    reads: ['evidence'],
  }),
  'chat.listLines': query({
    summary: 'Lines of a conversation in order, a page at a time; withdrawn ones are left out.',
    input: z.object({ threadId, offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    output: z.object({ rows: z.array(spokenLine), total: z.int() }),
    errors: [],
    reads: ['evidence', 'statements'],
  }),
  'chat.changeSpeaker': command({
    summary: 'Says for whom somebody in a conversation speaks.',
    input: z.object({ threadId, name: chatSpeaker.shape.name, side: chatSpeaker.shape.side }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['evidence', 'statements'],
  }),
  'chat.getCapture': query({
    summary: 'What a picture of a screen is, as the lawyer describes it, and what was typed off it.',
    input: z.object({ messageId }),
    output: z.object({ capture: capture.nullable(), transcript }),
    errors: ['NOT_FOUND'],
    reads: ['evidence'],
  }),
  'chat.describeCapture': command({
    summary:
      'Describes a document as a picture of a screen: channel, when and by whom it was taken, account, numbers.',
    input: z.object({ messageId, capture: captureDraft }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['evidence'],
  }),
  'chat.transcribe': command({
    summary:
      'Keeps a line typed off a picture, marked as such; with `replaces`, the wrong one is withdrawn for it.',
    input: z.object({ messageId, line: transcribedLine, replaces: z.uuid().nullable() }),
    output: z.object({ lineId: z.uuid() }),
    errors: ['NOT_FOUND', 'STATEMENT_IN_USE'],
    touches: ['evidence', 'cases'],
  }),
  'chat.withdraw': command({
    summary:
      'Takes back a line that was typed off a picture; it stays in the record, counted. Refused while something rests on it.',
    input: z.object({ lineId: z.uuid() }),
    output: z.object({}),
    errors: ['NOT_FOUND', 'STATEMENT_IN_USE'],
    touches: ['evidence', 'cases'],
  }),
}
