import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import {
  copyDifference,
  dkimKey,
  finding,
  keyName,
  provenance,
  scoreFactor,
  scoreLine,
  scoreMark,
} from '../model/authenticity.ts'
import { messageRef } from '../model/statement.ts'

const caseId = z.uuid()
const messageId = z.uuid()
const said = z.string().trim().max(300)

export const authenticityChannels = {
  'authenticity.test': query({
    summary: "What a message's bytes say about themselves, tested in a worker with the kept keys.",
    input: z.object({ messageId }),
    output: z.object({
      findings: z.array(finding),
      score: z.array(scoreLine),
      /** Keys its signatures need, and whether one is kept. */
      keys: z.array(keyName.extend({ kept: z.boolean() })),
    }),
    errors: ['NOT_FOUND', 'ORIGINAL_DAMAGED', 'MESSAGE_UNREADABLE'],
    reads: ['evidence', 'authenticity', 'statements', 'cases'],
  }),
  'authenticity.mark': command({
    summary: "Takes the lawyer's word on a factor that only she can say: fixation, corroboration, agreement.",
    input: z.object({ messageId, factor: scoreFactor, mark: scoreMark, note: z.string().trim().max(1_000) }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['authenticity'],
  }),
  'authenticity.listCopies': query({
    summary: 'Other messages of the case that bear the same Message-ID.',
    input: z.object({ messageId }),
    output: z.object({ copies: z.array(messageRef) }),
    errors: ['NOT_FOUND'],
    reads: ['evidence'],
  }),
  'authenticity.compare': query({
    summary: 'What two copies of one message differ in; what transport is expected to add is marked so.',
    input: z.object({ leftId: messageId, rightId: messageId }),
    output: z.object({ differences: z.array(copyDifference) }),
    errors: ['NOT_FOUND', 'ORIGINAL_DAMAGED', 'MESSAGE_UNREADABLE'],
    reads: ['evidence'],
  }),
  'authenticity.listKeys': query({
    summary: 'Keys that were looked up and brought in, newest first.',
    input: z.object({}),
    output: z.object({ keys: z.array(dkimKey) }),
    errors: [],
    reads: ['authenticity'],
  }),
  'authenticity.addKeys': command({
    summary:
      'Reads the answer of nslookup, dig or Resolve-DnsName, keeps the keys in it and names wrong lines.',
    input: z.object({
      text: z.string().max(2_000_000),
      lookedUpOn: z.iso.date(),
      lookedUpBy: said,
      source: said,
    }),
    output: z.object({
      added: z.array(keyName),
      known: z.int(),
      problems: z.array(
        z.object({
          line: z.int(),
          problem: z.enum(['NOT_UNDERSTOOD', 'NO_RECORD', 'NO_KEY', 'NO_NAME', 'CUT_OFF']),
        }),
      ),
    }),
    errors: [],
    touches: ['authenticity'],
  }),
  'authenticity.withdrawKey': command({
    summary: 'Says that a key was taken in by mistake; it is used no more.',
    input: z.object({ keyId: z.uuid() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['authenticity'],
  }),
  'authenticity.saveLookup': command({
    summary:
      'Saves the look-up sheet for another computer: commands for every key that the messages of the case need.',
    input: z.object({ caseId }),
    output: z.object({ saved: z.boolean(), names: z.int(), unread: z.int() }),
    errors: ['NOT_FOUND', 'PLACE_REFUSED'],
    touches: [],
  }),
  'authenticity.getProvenance': query({
    summary: 'Where what an import brought was kept before, as somebody stated it; null where nobody did.',
    input: z.object({ importId: z.uuid() }),
    output: z.object({ provenance: provenance.nullable() }),
    errors: ['NOT_FOUND'],
    reads: ['authenticity'],
  }),
  'authenticity.stateProvenance': command({
    summary: 'States the mailbox and account an import came from, and who exported it with what and when.',
    input: z.object({ importId: z.uuid(), provenance }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['authenticity'],
  }),
}
