import { z } from 'zod'
import { command, query } from '../define-channel.ts'
import {
  exhibitSet,
  exhibitSettings,
  exhibitWording,
  exportForm,
  exportRecord,
  groupWording,
} from '../model/exhibit.ts'
import { choiceToken } from './evidence.ts'

const caseId = z.uuid()
const groupId = z.uuid()
const exhibitId = z.uuid()
const ids = z.array(z.uuid()).min(1).max(500)

export const exhibitsChannels = {
  'exhibits.get': query({
    summary: 'The exhibit list of a case: settings, groups, exhibits with their numbers.',
    input: z.object({ caseId }),
    output: exhibitSet,
    errors: ['NOT_FOUND'],
    reads: ['exhibits', 'statements', 'evidence', 'cases'],
  }),
  'exhibits.changeSettings': command({
    summary: 'Changes language, numbering, heading or columns of the list.',
    input: z.object({ caseId, settings: exhibitSettings.partial() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.addFromStatements': command({
    summary:
      'Makes one exhibit of each statement: what was said, then what confirms it. Goes to the end of the group, or of a new one.',
    input: z.object({ caseId, statementIds: ids, groupId: groupId.nullable() }),
    output: z.object({ exhibitIds: z.array(exhibitId) }),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.addFromMessages': command({
    summary:
      'Makes one exhibit of each message, or one of them all. Goes to the end of the group, or of a new one.',
    input: z.object({ caseId, messageIds: ids, together: z.boolean(), groupId: groupId.nullable() }),
    output: z.object({ exhibitIds: z.array(exhibitId) }),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.change': command({
    summary: 'Changes the wording of an exhibit.',
    input: z.object({ exhibitId, wording: exhibitWording.partial() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.move': command({
    summary: 'Moves an exhibit to a place in a group, counted from 0.',
    input: z.object({ exhibitId, groupId, position: z.int().nonnegative() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.sortByDate': command({
    summary: 'Orders the exhibits inside each group by the date of their first message.',
    input: z.object({ caseId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.remove': command({
    summary: 'Takes an exhibit off the list; its messages stay where they are.',
    input: z.object({ exhibitId }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.addGroup': command({
    summary: 'Adds a group at the end of the list.',
    input: z.object({ caseId, wording: groupWording }),
    output: z.object({ groupId }),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.changeGroup': command({
    summary: 'Changes title and purpose of a group.',
    input: z.object({ groupId, wording: groupWording.partial() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.moveGroup': command({
    summary: 'Moves a group to a place in the list, counted from 0.',
    input: z.object({ groupId, position: z.int().nonnegative() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: ['exhibits'],
  }),
  'exhibits.removeGroup': command({
    summary: 'Removes a group that holds no exhibits.',
    input: z.object({ groupId }),
    output: z.object({}),
    errors: ['NOT_FOUND', 'GROUP_NOT_EMPTY'],
    touches: ['exhibits'],
  }),
  'exhibits.chooseDestination': command({
    summary: 'Asks where the export shall go; answers with a token, or null when the lawyer cancels.',
    input: z.object({ caseId, form: exportForm }),
    output: z.object({ token: choiceToken.nullable() }),
    errors: ['NOT_FOUND'],
    touches: [],
  }),
  'exhibits.export': command({
    summary: 'Writes list, bundle, originals and manifest to the chosen place, complete or not at all.',
    input: z.object({ caseId, token: choiceToken }),
    output: z.object({ jobId: z.uuid(), exportId: z.uuid() }),
    errors: ['NOT_FOUND', 'CHOICE_EXPIRED', 'SET_EMPTY', 'JOB_RUNNING'],
    touches: ['jobs'],
  }),
  'exhibits.listExports': query({
    summary: 'What was exported from a case, newest first.',
    input: z.object({ caseId }),
    output: z.object({ exports: z.array(exportRecord) }),
    errors: [],
    reads: ['exhibits', 'jobs'],
  }),
  'exhibits.revealExport': command({
    summary: 'Shows an export in the file manager.',
    input: z.object({ exportId: z.uuid() }),
    output: z.object({}),
    errors: ['NOT_FOUND'],
    touches: [],
  }),
}
