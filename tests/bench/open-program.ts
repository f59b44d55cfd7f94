import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readFonts } from '../../electron/documents/pdf/fonts.ts'
import type { PdfRenderer } from '../../electron/documents/pdf/pdf-renderer.ts'
import { createProgram, type Program } from '../../electron/ipc/program.ts'
import { argon2InThread } from '../../electron/vault/argon2.ts'
import { startChildWorker } from '../../electron/workers/start-child-worker.ts'

const root = resolve(import.meta.dirname, '../..')
const built = join(root, 'out/main')
const noPrinting: PdfRenderer = {
  render: () => Promise.reject(new TypeError('No printing here')),
  close: async () => {},
}

export const BENCH_PASSPHRASE = 'bench bench bench bench'

export interface OpenProgram {
  program: Program
  folder: string
  close(): Promise<void>
}

/** The program over a new vault in a folder of its own, with the built workers; `npm run build` comes before. */
export async function openNewProgram(pdf: PdfRenderer = noPrinting): Promise<OpenProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'redchop-bench-'))
  const fonts = await readFonts(join(root, 'node_modules/@expo-google-fonts/noto-sans-sc'))
  const none = async () => null
  const program = await createProgram({
    root: join(folder, 'vault'),
    kdf: argon2InThread(pathToFileURL(join(built, 'argon2-thread.js'))),
    migrationsFolder: join(root, 'drizzle'),
    verifierFolder: join(root, 'resources/verifier'),
    systemLocale: 'en',
    version: 'bench',
    actor: 'command-line',
    ownOrigin: 'app://none',
    startWorker: startChildWorker((name) => join(built, `${name}.js`)),
    pdf,
    fonts,
    keyFile: { path: undefined },
    dialogs: { chooseFiles: none, chooseFolder: none, chooseSavePath: none, reveal() {} },
    send() {},
  })
  const { recoveryCode } = await program.vault.create(BENCH_PASSPHRASE)
  await program.handlers['vault.proveRecovery']({ recoveryCode })
  return {
    program,
    folder,
    async close() {
      await program.session.lock()
      await pdf.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An empty case to work in. */
export const addBenchCase = ({ program }: OpenProgram): string =>
  program.session.desk().cases.add({
    title: 'Bench',
    reference: '',
    clientName: '',
    clientRole: 'creditor',
    clientMailboxes: ['seller.example'],
    counterpartyNameZh: '',
    counterpartyNameEn: '',
    counterpartyCode: '',
    counterpartyAddresses: [],
    counterpartyMailboxes: ['buyer.example.cn'],
    contractTitle: '',
    contractNumber: '',
    contractDate: null,
    claimMinor: null,
    claimCurrency: 'EUR',
    claimDueOn: null,
    forums: [],
    notes: '',
  })
