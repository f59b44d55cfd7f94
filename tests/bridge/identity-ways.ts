import type { ChannelName } from '@bridge/channels/index.ts'
import { caseDraft } from '../support/case-draft.ts'
import { CHANNEL_INPUTS } from '../support/channel-inputs.ts'
import { createTestVault, type TestProgram } from '../support/program.ts'

type Way = (program: TestProgram, name: ChannelName) => Promise<unknown>

const askForNothing: Way = async (program, name) => {
  await createTestVault(program)
  return program.call(name, CHANNEL_INPUTS[name])
}
const NOT_FOUND = { NOT_FOUND: askForNothing }

/** A case in which one address is known already. */
async function known(program: TestProgram) {
  await createTestVault(program)
  const desk = program.session.desk()
  const caseId = desk.cases.add(caseDraft())
  const { draft } = CHANNEL_INPUTS['identities.add']
  return { caseId, draft, identityId: desk.identities.add(caseId, draft, []) }
}

const unsaid = { kind: 'order', messageId: null, quote: 'nothing of this', note: '' } as const

/** How each error of the identity table comes about. */
export const IDENTITY_WAYS = {
  'identities.list': {},
  'identities.listSenders': NOT_FOUND,
  'identities.add': {
    ...NOT_FOUND,
    IDENTITY_KNOWN: (async (program, name) => {
      const { caseId, draft } = await known(program)
      const shouted = { ...draft, value: draft.value.toUpperCase() }
      return program.call(name, { caseId, draft: shouted, bases: [] })
    }) satisfies Way,
    PASSAGE_NOT_FOUND: (async (program, name) => {
      const { caseId, draft } = await known(program)
      return program.call(name, { caseId, draft: { ...draft, side: 'client' }, bases: [unsaid] })
    }) satisfies Way,
  },
  'identities.change': {
    ...NOT_FOUND,
    IDENTITY_KNOWN: (async (program, name) => {
      const { caseId, draft } = await known(program)
      const other = { ...draft, value: 'other@hongda.example.cn' }
      const identityId = program.session.desk().identities.add(caseId, other, [])
      return program.call(name, { identityId, draft })
    }) satisfies Way,
  },
  'identities.remove': NOT_FOUND,
  'identities.addBasis': {
    ...NOT_FOUND,
    PASSAGE_NOT_FOUND: (async (program, name) => {
      const { identityId } = await known(program)
      return program.call(name, { identityId, basis: unsaid })
    }) satisfies Way,
  },
  'identities.removeBasis': NOT_FOUND,
  'identities.print': {
    ...NOT_FOUND,
    /** The program of these tests prints nothing. */
    PRINT_FAILED: (async (program, name) => {
      const { caseId } = await known(program)
      return program.call(name, { caseId, language: 'both' })
    }) satisfies Way,
  },
}

/** How each error of what counts where comes about. */
export const FORUM_WAYS = {
  'forums.rules': {},
  'forums.marks': NOT_FOUND,
  'forums.table': NOT_FOUND,
  'forums.listOverrides': {},
  'forums.override': NOT_FOUND,
  'forums.restoreRule': NOT_FOUND,
  'forums.setAgreed': NOT_FOUND,
  'perishables.list': {},
  'perishables.add': NOT_FOUND,
  'perishables.change': NOT_FOUND,
  'perishables.capture': NOT_FOUND,
  'perishables.remove': NOT_FOUND,
}
