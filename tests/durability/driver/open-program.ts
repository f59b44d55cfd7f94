import { resolve } from 'node:path'
import { createProgram, type Program } from '../../../electron/ipc/program.ts'
import { cheapKdf } from '../../support/cheap-kdf.ts'
import { CANNED_PDF, startInProcessWorker } from './in-process-workers.ts'

const never = async () => null
/** Where the page of the program lies. */
export const OWN_ORIGIN = 'app://desk'

/** The whole program over the vault in `root`, as the window and the command line build it, not open yet. */
export function openProgram(root: string, migrationsFolder: string): Promise<Program> {
  return createProgram({
    root,
    kdf: cheapKdf,
    migrationsFolder,
    verifierFolder: resolve(import.meta.dirname, '../../../resources/verifier'),
    systemLocale: 'en',
    version: 'durability',
    actor: 'person',
    ownOrigin: OWN_ORIGIN,
    startWorker: startInProcessWorker,
    pdf: { render: async () => CANNED_PDF, close: async () => undefined },
    fonts: { regular: new Uint8Array(), bold: new Uint8Array() },
    keyFile: { path: undefined },
    dialogs: { chooseFiles: never, chooseFolder: never, chooseSavePath: never, reveal: () => undefined },
    send: () => undefined,
  })
}
