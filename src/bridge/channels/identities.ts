import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import { basisDraft, identity, identityDraft, sender, sheetLanguage } from '../model/identity.ts'

const caseId = z.uuid()
const identityId = z.uuid()
const basisId = z.uuid()

export const identitiesChannels = {
  'identities.list': query({
    summary: 'Which address or account is which company and person in a case, each with its bases and signs.',
    input: z.object({ caseId }),
    output: z.object({ identities: z.array(identity) }),
    errors: [],
    reads: ['identities', 'evidence', 'cases'],
  }),
  'identities.listSenders': query({
    summary:
      'Addresses of the correspondence that are no identity yet, most frequent first, each with what may be made of it.',
    input: z.object({ caseId, offset: z.int().nonnegative(), limit: z.int().min(1).max(200) }),
    output: z.object({ senders: z.array(sender), total: z.int() }),
    errors: ['NOT_FOUND'],
    reads: ['identities', 'evidence', 'cases'],
  }),
  'identities.add': command({
    summary: 'Says whose an address is, and why. A passage must stand in its message word for word.',
    input: z.object({ caseId, draft: identityDraft, bases: z.array(basisDraft).max(20) }),
    output: z.object({ identityId }),
    errors: ['NOT_FOUND', 'IDENTITY_KNOWN', 'PASSAGE_NOT_FOUND'],
    touches: ['identities', 'cases', 'evidence'],
  }),
  'identities.change': command({
    summary: 'Changes what was said about an address.',
    input: z.object({ identityId, draft: identityDraft }),
    output: z.object({}),
    errors: ['NOT_FOUND', 'IDENTITY_KNOWN'],
    touches: ['identities', 'cases', 'evidence'],
  }),
  'identities.remove': command({
    summary: 'Takes an identity out again, with its bases.',
    input: z.object({ identityId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['identities', 'cases', 'evidence'],
  }),
  'identities.addBasis': command({
    summary: 'Adds a reason why an address is somebody’s.',
    input: z.object({ identityId, basis: basisDraft }),
    output: z.object({ basisId }),
    errors: ['NOT_FOUND', 'PASSAGE_NOT_FOUND'],
    touches: ['identities', 'evidence'],
  }),
  'identities.removeBasis': command({
    summary: 'Takes a reason out again.',
    input: z.object({ basisId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['identities', 'evidence'],
  }),
  'identities.print': command({
    summary:
      'Prints the identity table as it stands and takes the sheet in as a document of the case, so that it can be an exhibit.',
    input: z.object({ caseId, language: sheetLanguage }),
    output: z.object({ messageId: z.uuid() }),
    errors: ['NOT_FOUND', 'PRINT_FAILED'],
    touches: ['evidence', 'cases'],
  }),
}
