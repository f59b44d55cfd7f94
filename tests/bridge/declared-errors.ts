import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChannelName, DeclaredError } from '@bridge/channels/index.ts'
import type { ErrorCode } from '@bridge/errors.ts'
import { addImport, listReceiptLines } from '../../electron/features/evidence/intakes-store.ts'
import { takeIn } from '../../electron/features/evidence/take-in.ts'
import { readMessage } from '../../electron/mail/read-message.ts'
import { caseDraft } from '../support/case-draft.ts'
import { CHANNEL_INPUTS } from '../support/channel-inputs.ts'
import { countedIds, NOBODY } from '../support/counted-ids.ts'
import { createTestVault, type TestProgram } from '../support/program.ts'
import { rawMail } from '../support/raw-mail.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { testClock } from '../support/test-vault.ts'
import { CHAT_WAYS } from './chat-ways.ts'
import { CUSTODY_WAYS } from './custody-ways.ts'
import { FORUM_WAYS, IDENTITY_WAYS } from './identity-ways.ts'
import { RESTORE_WAYS } from './restore-ways.ts'
import { onOpen, VAULT_WAYS } from './vault-ways.ts'

/** Brings the program to where the channel must answer with the code, calls it, and gives the answer. */
type Way = (program: TestProgram, name: ChannelName) => Promise<unknown>

/** Asks for something that is not there. */
const askForNothing: Way = async (program, name) => {
  await createTestVault(program)
  return program.call(name, CHANNEL_INPUTS[name])
}

interface Placed {
  desk: ReturnType<TestProgram['session']['desk']>
  caseId: string
  messageIds: string[]
}

/** A case with these messages in it. */
async function place(program: TestProgram, ...mails: Buffer[]): Promise<Placed> {
  await createTestVault(program)
  const desk = program.session.desk()
  const [caseId, folder] = [desk.cases.add(caseDraft()), temporaryFolder()]
  mails.forEach((mail, at) => {
    writeFileSync(join(folder, `${at}.eml`), mail)
  })
  await desk.jobs.ended(desk.evidence.import(caseId, [folder]).jobId)
  const page = { caseId, search: '', order: 'date', filter: {}, offset: 0, limit: 50 } as const
  return { desk, caseId, messageIds: desk.evidence.list(page).rows.map((row) => row.id) }
}

const MAIL = rawMail({ from: 'a@hongda.example.cn', messageId: '1@x', body: 'We owe it.' })
const LARGE = rawMail({ from: 'a@b.example', messageId: '2@x', body: 'x'.repeat(100_000) })

const marked = async (program: TestProgram) => {
  const placed = await place(program, MAIL)
  const [messageId = ''] = placed.messageIds
  const passage = { messageId, kind: 'debt', quote: 'We owe it.', quoteStart: 0 } as const
  return { ...placed, messageId, statementId: placed.desk.confirmations.mark(passage) }
}

const expiredChoice: Way = async (program, name) => {
  const { caseId } = await place(program)
  return program.call(name, { caseId, token: NOBODY })
}

async function exportTo(program: TestProgram, caseId: string): Promise<unknown> {
  program.answers.folder = temporaryFolder()
  const chosen = await program.call('exhibits.chooseDestination', { caseId, form: 'folder' })
  return program.call('exhibits.export', { caseId, ...(chosen as object) })
}

const NOT_FOUND = { NOT_FOUND: askForNothing }

/** Of what reads a message once more. */
const UNREAD = {
  ORIGINAL_DAMAGED: async (program: TestProgram, name: ChannelName) => {
    const [messageId] = (await place(program, LARGE)).messageIds
    rmSync(join(program.root, 'files'), { recursive: true })
    return program.call(name, { messageId, charset: 'big5' })
  },
  MESSAGE_UNREADABLE: async (program: TestProgram, name: ChannelName) => {
    const [messageId] = (await place(program, Buffer.alloc(0))).messageIds
    return program.call(name, { messageId, charset: 'big5' })
  },
}

/** An exhibit of one message. */
async function placeExhibit(program: TestProgram, mail: Buffer): Promise<string> {
  const { desk, caseId, messageIds } = await place(program, mail)
  const made = desk.exhibits.addFromMessages(caseId, messageIds, { together: false, groupId: null })
  return made[0] ?? NOBODY
}

/** A message that was read once, as an older reader might have, and whose bytes the present one cannot read. */
function takeInNoLongerReadable(program: TestProgram, caseId: string): string {
  const { store, audit } = program.vault.opened()
  const parts = { store, audit, clock: testClock(), ids: countedIds() }
  const bytes = Buffer.alloc(0)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const importId = parts.ids.next()
  const source = { importId, caseId, position: 0, sourceName: 'old.eml', sourceOffset: null }
  store.write((writer) => {
    addImport(writer, importId, caseId, parts.clock.at)
    takeIn(parts, writer, { source, bytes, sha256, form: 'mail', reading: readMessage(MAIL) }, parts.clock.at)
  })
  return (
    listReceiptLines(store.read, { importId, outcome: null, offset: 0, limit: 1 }).lines[0]?.messageId ??
    NOBODY
  )
}

/** The same of a channel that wants the message alone, or two. */
const unreadWith = (inputOf: (messageId: string | undefined) => unknown) => ({
  ORIGINAL_DAMAGED: async (program: TestProgram, name: ChannelName) => {
    const [messageId] = (await place(program, LARGE)).messageIds
    rmSync(join(program.root, 'files'), { recursive: true })
    return program.call(name, inputOf(messageId))
  },
  MESSAGE_UNREADABLE: async (program: TestProgram, name: ChannelName) => {
    const [messageId] = (await place(program, Buffer.alloc(0))).messageIds
    return program.call(name, inputOf(messageId))
  },
})
const UNREAD_AS_IT_IS = unreadWith((messageId) => ({ messageId }))
const UNREAD_AGAINST_ITSELF = unreadWith((messageId) => ({ leftId: messageId, rightId: messageId }))

/** A message whose key can be looked up. */
const SIGNED = Buffer.concat([
  Buffer.from('DKIM-Signature: v=1; a=rsa-sha256; d=hongda.example.cn; s=s1; h=from; bh=x; b=x\r\n'),
  MAIL,
])

/** Every error that a channel declares, and how it comes about. A declaration without a way does not compile. */
export const WAYS: { [N in ChannelName]: { [C in DeclaredError<N> & ErrorCode]: Way } } = {
  ...VAULT_WAYS,
  'drafts.list': {},
  'drafts.keep': {
    DRAFTS_FULL: async (program, name) => {
      await createTestVault(program)
      const { drafts } = program.session.desk()
      for (let form = 0; form < 200; form += 1) drafts.keep(`form ${form}`, 'x')
      return program.call(name, { key: 'one more', text: 'x' })
    },
  },
  'drafts.drop': {},
  'clipboard.copy': {},
  'settings.get': {},
  'settings.change': {},
  'cases.list': {},
  'cases.get': NOT_FOUND,
  'cases.checkCode': {},
  'cases.add': {},
  'cases.change': {
    ...NOT_FOUND,
    CHANGED_ELSEWHERE: async (program, name) => {
      const { caseId } = await place(program)
      return program.call(name, { caseId, revision: 7, draft: caseDraft() })
    },
  },
  'cases.archive': NOT_FOUND,
  'evidence.choose': {},
  'evidence.import': {
    NOT_FOUND: async (program, name) => {
      await createTestVault(program)
      program.answers.files = [temporaryFolder()]
      const chosen = await program.call('evidence.choose', { what: 'files' })
      return program.call(name, { caseId: NOBODY, ...(chosen as object) })
    },
    CHOICE_EXPIRED: expiredChoice,
    JOB_RUNNING: async (program, name) => {
      const { desk, caseId } = await place(program)
      program.answers.folder = temporaryFolder()
      const chosen = await program.call('evidence.choose', { what: 'folder' })
      desk.evidence.import(caseId, [program.answers.folder])
      return program.call(name, { caseId, ...(chosen as object) })
    },
  },
  'evidence.list': {},
  'evidence.countByFilter': {},
  'evidence.findIn': NOT_FOUND,
  'evidence.findInAttachment': NOT_FOUND,
  'finding.timeline': {},
  'finding.listDays': {},
  'finding.getThread': NOT_FOUND,
  'finding.listGaps': {},
  'finding.listCopies': NOT_FOUND,
  'finding.listStatements': {},
  'evidence.get': NOT_FOUND,
  'evidence.listImports': {},
  'evidence.getReceipt': NOT_FOUND,
  'evidence.saveOriginal': {
    ...NOT_FOUND,
    ORIGINAL_DAMAGED: async (program, name) => {
      const [messageId] = (await place(program, LARGE)).messageIds
      rmSync(join(program.root, 'files'), { recursive: true })
      return program.call(name, { messageId, partPath: null })
    },
    MESSAGE_UNREADABLE: async (program, name) => {
      const [messageId] = (await place(program, Buffer.alloc(0))).messageIds
      return program.call(name, { messageId, partPath: '1' })
    },
  },
  'authenticity.test': { ...NOT_FOUND, ...UNREAD_AS_IT_IS },
  'authenticity.mark': NOT_FOUND,
  'authenticity.listCopies': NOT_FOUND,
  'authenticity.compare': { ...NOT_FOUND, ...UNREAD_AGAINST_ITSELF },
  'authenticity.listKeys': {},
  'authenticity.addKeys': {},
  'authenticity.withdrawKey': NOT_FOUND,
  'authenticity.saveLookup': {
    ...NOT_FOUND,
    PLACE_REFUSED: async (program, name) => {
      const { caseId } = await place(program, SIGNED)
      program.answers.savePath = join(temporaryFolder(), 'gone', 'sheet.txt')
      return program.call(name, { caseId })
    },
  },
  'originality.make': {
    NOT_FOUND: askForNothing,
    ORIGINAL_DAMAGED: async (program, name) => {
      const exhibitId = await placeExhibit(program, LARGE)
      rmSync(join(program.root, 'files'), { recursive: true })
      program.answers.folder = temporaryFolder()
      return program.call(name, { exhibitId })
    },
    MESSAGE_UNREADABLE: async (program, name) => {
      const { desk, caseId } = await place(program)
      const messageId = takeInNoLongerReadable(program, caseId)
      const choice = { together: false, groupId: null }
      const [exhibitId] = desk.exhibits.addFromMessages(caseId, [messageId], choice)
      program.answers.folder = temporaryFolder()
      return program.call(name, { exhibitId })
    },
    PLACE_REFUSED: async (program, name) => {
      const exhibitId = await placeExhibit(program, MAIL)
      program.answers.folder = join(temporaryFolder(), 'gone')
      return program.call(name, { exhibitId })
    },
    PRINT_FAILED: async (program, name) => {
      const exhibitId = await placeExhibit(program, MAIL)
      program.answers.folder = temporaryFolder()
      return program.call(name, { exhibitId })
    },
  },
  'authenticity.getProvenance': NOT_FOUND,
  'authenticity.stateProvenance': NOT_FOUND,
  'readings.preview': { ...NOT_FOUND, ...UNREAD },
  'readings.choose': {
    ...NOT_FOUND,
    ...UNREAD,
    MESSAGE_IN_USE: async (program, name) => {
      const { messageId } = await marked(program)
      return program.call(name, { messageId, charset: 'big5' })
    },
  },
  'translations.list': {},
  'translations.standings': {},
  'translations.add': {
    ...NOT_FOUND,
    PASSAGE_NOT_FOUND: async (program, name) => {
      const [messageId] = (await place(program, MAIL)).messageIds
      const of = { what: 'passage', messageId, quote: 'We owe nothing.', quoteStart: 0 }
      const draft = { language: 'zh', text: '无', translator: '', credential: '', madeOn: null }
      return program.call(name, { of, draft })
    },
  },
  'translations.change': NOT_FOUND,
  'translations.remove': NOT_FOUND,
  ...CHAT_WAYS,
  'confirmations.list': {},
  'confirmations.mark': {
    ...NOT_FOUND,
    PASSAGE_NOT_FOUND: async (program, name) => {
      const [messageId] = (await place(program, MAIL)).messageIds
      return program.call(name, { messageId, kind: 'debt', quote: 'We owe nothing.', quoteStart: 0 })
    },
  },
  'confirmations.type': NOT_FOUND,
  'confirmations.changeKind': NOT_FOUND,
  'confirmations.remove': {
    ...NOT_FOUND,
    STATEMENT_IN_USE: async (program, name) => {
      const { desk, caseId } = await place(program)
      const typed = { kind: 'debt', channel: 'other', quote: 'x', speaker: '', saidOn: null } as const
      const statementId = desk.confirmations.type({ caseId, ...typed })
      desk.exhibits.addFromStatements(caseId, [statementId], null)
      return program.call(name, { statementId })
    },
  },
  'confirmations.listCandidates': NOT_FOUND,
  'confirmations.decide': {
    ...NOT_FOUND,
    PASSAGE_NOT_FOUND: async (program, name) => {
      const { statementId, messageId } = await marked(program)
      return program.call(name, { statementId, messageId, verdict: 'confirms', quote: 'nothing of this' })
    },
  },
  'confirmations.undecide': NOT_FOUND,
  'confirmations.draftRequest': NOT_FOUND,
  'confirmations.setAsked': NOT_FOUND,
  ...IDENTITY_WAYS,
  'exhibits.get': NOT_FOUND,
  'exhibits.changeSettings': NOT_FOUND,
  'exhibits.addFromStatements': NOT_FOUND,
  'exhibits.addFromMessages': NOT_FOUND,
  'exhibits.change': NOT_FOUND,
  'exhibits.move': NOT_FOUND,
  'exhibits.sortByDate': NOT_FOUND,
  'exhibits.remove': NOT_FOUND,
  'exhibits.addGroup': NOT_FOUND,
  'exhibits.changeGroup': NOT_FOUND,
  'exhibits.moveGroup': NOT_FOUND,
  'exhibits.removeGroup': {
    ...NOT_FOUND,
    GROUP_NOT_EMPTY: async (program, name) => {
      const { desk, caseId, messageIds } = await place(program, MAIL)
      desk.exhibits.addFromMessages(caseId, messageIds, { together: false, groupId: null })
      return program.call(name, { groupId: desk.exhibits.get(caseId).groups[0]?.id })
    },
  },
  'exhibits.chooseDestination': NOT_FOUND,
  'exhibits.export': {
    NOT_FOUND: async (program, name) => {
      const { caseId } = await place(program)
      program.answers.folder = temporaryFolder()
      const chosen = await program.call('exhibits.chooseDestination', { caseId, form: 'folder' })
      return program.call(name, { caseId: NOBODY, ...(chosen as object) })
    },
    CHOICE_EXPIRED: expiredChoice,
    SET_EMPTY: async (program) => exportTo(program, (await place(program)).caseId),
    JOB_RUNNING: async (program) => {
      const { desk, caseId, messageIds } = await place(program, MAIL)
      desk.exhibits.addFromMessages(caseId, messageIds, { together: false, groupId: null })
      const [, second] = await Promise.all([exportTo(program, caseId), exportTo(program, caseId)])
      return second
    },
  },
  'exhibits.listExports': {},
  'exhibits.revealExport': NOT_FOUND,
  ...FORUM_WAYS,
  'safekeeping.status': {},
  'safekeeping.change': {},
  'safekeeping.chooseFolder': {
    BACKUP_FOLDER_REFUSED: onOpen(({ answers, root }) => {
      answers.folder = root
    }, {}),
  },
  'backups.make': {
    BACKUP_FOLDER_UNSET: onOpen(() => undefined, {}),
    JOB_RUNNING: onOpen(async (program) => {
      await program.session.desk().safekeeping.setFolder(temporaryFolder())
      program.session.desk().safekeeping.make()
    }, {}),
  },
  'backups.list': {},
  'restore.inspect': {},
  'restore.run': RESTORE_WAYS,
  ...CUSTODY_WAYS,
  'jobs.list': {},
  'jobs.cancel': NOT_FOUND,
}
