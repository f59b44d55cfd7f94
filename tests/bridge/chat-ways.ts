import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { ChannelName } from '@bridge/channels/index.ts'
import { caseDraft } from '../support/case-draft.ts'
import { CAPTURE, CHANNEL_INPUTS, CHAT_OPTIONS, TYPED_LINE } from '../support/channel-inputs.ts'
import { newChat, takeInPicture, writeExport } from '../support/chat-case.ts'
import { createTestVault, type TestProgram } from '../support/program.ts'

type Way = (program: TestProgram, name: ChannelName) => Promise<unknown>

const TALK = '[13/03/2024, 10:02:09] 王丽华: 您好\n[13/03/2024, 10:03:09] Martin Keller: Hello\n'

const askForNothing: Way = async (program, name) => {
  await createTestVault(program)
  return program.call(name, CHANNEL_INPUTS[name])
}

/** Asks about a chosen export, after something happened to it. */
const choosing =
  (text: string, meanwhile: (program: TestProgram, path: string) => unknown, change: object = {}): Way =>
  async (program, name) => {
    await createTestVault(program)
    const caseId = program.session.desk().cases.add(caseDraft())
    const path = writeExport(text)
    program.answers.files = [path]
    const { token } = (await program.call('chat.choose', {})) as { token: string }
    const sha256 = hash('sha256', Buffer.from(text))
    await meanwhile(program, path)
    const stated = { ...CHANNEL_INPUTS['chat.add'], caseId, token, sha256, ...change }
    return program.call(name, name === 'chat.preview' ? { token, options: CHAT_OPTIONS } : stated)
  }

const gone = choosing(TALK, (_, path) => rmSync(path))

/** Takes back, or puts another in the place of, a line that a statement is marked in. */
const restedOn: Way = async (program, name) => {
  await createTestVault(program)
  const desk = program.session.desk()
  const { messageId } = await takeInPicture(desk, desk.cases.add(caseDraft()))
  desk.chat.describeCapture(messageId, CAPTURE)
  const lineId = desk.chat.transcribe(messageId, TYPED_LINE, null)
  desk.confirmations.mark({ messageId: lineId, kind: 'debt', quote: '余款', quoteStart: 0 })
  return program.call(
    name,
    name === 'chat.withdraw' ? { lineId } : { messageId, line: TYPED_LINE, replaces: lineId },
  )
}

const bothAtOnce: Way = async (program, name) => {
  await createTestVault(program)
  const desk = program.session.desk()
  const [caseId, path] = [desk.cases.add(caseDraft()), writeExport(TALK.repeat(2_000))]
  program.answers.files = [path]
  const stated = await newChat(desk.chat, caseId, path)
  const { path: _, ...input } = stated
  const chosen = [await program.call('chat.choose', {}), await program.call('chat.choose', {})]
  const replies = await Promise.all(
    chosen.map((token) => program.call(name, { ...input, ...(token as object) })),
  )
  return replies.find((reply) => typeof reply === 'string')
}

const inAnotherZone: Way = async (program, name) => {
  await createTestVault(program)
  const desk = program.session.desk()
  const [caseId, path] = [desk.cases.add(caseDraft()), writeExport(TALK)]
  program.answers.files = [path]
  const { path: _, ...stated } = await newChat(desk.chat, caseId, path)
  await desk.jobs.ended((await desk.chat.add({ ...stated, path })).jobId)
  const { token } = (await program.call('chat.choose', {})) as { token: string }
  return program.call(name, { ...stated, token, options: { ...stated.options, zone: null } })
}

/** How each error of chats comes about. */
export const CHAT_WAYS = {
  'chat.choose': {},
  'chat.preview': { CHOICE_EXPIRED: askForNothing, CHAT_UNREADABLE: gone },
  'chat.add': {
    NOT_FOUND: choosing(TALK, () => undefined, { caseId: CHANNEL_INPUTS['chat.add'].caseId }),
    CHOICE_EXPIRED: askForNothing,
    CHAT_UNREADABLE: choosing('Dear Sirs,\n', () => undefined),
    CHANGED_ELSEWHERE: choosing(TALK, () => undefined, { sha256: '0'.repeat(64) }),
    ZONE_STATED: inAnotherZone,
    JOB_RUNNING: bothAtOnce,
  },
  'chat.listConversations': {},
  'chat.getConversation': { NOT_FOUND: askForNothing },
  'chat.listLines': {},
  'chat.changeSpeaker': { NOT_FOUND: askForNothing },
  'chat.getCapture': { NOT_FOUND: askForNothing },
  'chat.describeCapture': { NOT_FOUND: askForNothing },
  'chat.transcribe': { NOT_FOUND: askForNothing, STATEMENT_IN_USE: restedOn },
  'chat.withdraw': { NOT_FOUND: askForNothing, STATEMENT_IN_USE: restedOn },
}
