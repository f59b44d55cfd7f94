import { resolve } from 'node:path'
import type { BridgeEvents, EventName } from '@bridge/events.ts'
import { createProgram } from '../../electron/ipc/program.ts'
import type { Dialogs } from '../../electron/platform/dialogs.ts'
import { cheapKdf } from './cheap-kdf.ts'
import { startTestWorker } from './start-test-worker.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { MIGRATIONS, TEST_PASSPHRASE, VERIFIERS } from './test-vault.ts'

export const OWN_ORIGIN = 'app://desk'
/** The window's own page. */
export const OWN_PAGE = { url: `${OWN_ORIGIN}/index.html`, isTopFrame: true }

export type TestProgram = Awaited<ReturnType<typeof openTestProgram>>

/**
 * The whole program without a window, over a vault in `root`, not open yet. Whoever sits at the machine answers the dialogs
 * from `answers`; nothing is printed.
 */
export async function openTestProgram(root = resolve(temporaryFolder(), 'vault')) {
  const answers = {
    files: null as string[] | null,
    folder: null as string | null,
    savePath: null as string | null,
  }
  const sent: { name: EventName; payload: BridgeEvents[EventName] }[] = []
  const dialogs: Dialogs = {
    chooseFiles: async () => answers.files,
    chooseFolder: async () => answers.folder,
    chooseSavePath: async () => answers.savePath,
    reveal: () => undefined,
  }
  const program = await createProgram({
    root,
    kdf: cheapKdf,
    migrationsFolder: MIGRATIONS,
    verifierFolder: VERIFIERS,
    systemLocale: 'en',
    version: 'test',
    actor: 'person',
    ownOrigin: OWN_ORIGIN,
    startWorker: startTestWorker,
    pdf: {
      render: () => Promise.reject(new TypeError('Nothing is printed here')),
      close: async () => undefined,
    },
    fonts: { regular: new Uint8Array(), bold: new Uint8Array() },
    keyFile: { path: undefined },
    dialogs,
    send: (name, payload) => void sent.push({ name, payload }),
  })
  return {
    ...program,
    root,
    answers,
    sent,
    /** As the page calls: the answer, or the code of the refusal. */
    async call(name: string, input: unknown): Promise<unknown> {
      const reply = await program.router(OWN_PAGE, name, input)
      return reply.ok ? reply.value : reply.error.code
    },
  }
}

/** Makes the vault of a new program and opens it. */
export async function createTestVault({ vault, handlers }: TestProgram): Promise<{ recoveryCode: string }> {
  const { recoveryCode } = await vault.create(TEST_PASSPHRASE)
  await handlers['vault.proveRecovery']({ recoveryCode })
  return { recoveryCode }
}
