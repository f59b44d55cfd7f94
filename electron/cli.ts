import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import packageFile from '../package.json' with { type: 'json' }
import { askPassphrase, askSecret } from './cli/ask-passphrase.ts'
import { makeBackup, restoreNewest } from './cli/backup.ts'
import { type CustodyCommand, isCustodyCommand, runCustody } from './cli/custody.ts'
import { demoPlaces, runDemo } from './cli/demo.ts'
import { saySalvage } from './cli/salvage.ts'
import { USAGE } from './cli/usage.ts'
import { checkBundle, checkPages, checkVault } from './cli/verify.ts'
import { wordFailure } from './cli/word-failure.ts'
import { ChromiumRenderer } from './documents/pdf/chromium-renderer.ts'
import { findChromium } from './documents/pdf/find-chromium.ts'
import { type Fonts, readFonts } from './documents/pdf/fonts.ts'
import type { PdfRenderer } from './documents/pdf/pdf-renderer.ts'
import { createProgram, type Program } from './ipc/program.ts'
import { headCopyPlace } from './platform/head-copy-place.ts'
import { leaveNoCoreDumps } from './platform/no-core-dumps.ts'
import { appPaths } from './platform/paths.ts'
import { argon2InThread } from './vault/argon2.ts'
import type { KeyringSecret } from './vault/read-keys.ts'
import { salvageVault } from './vault/salvage/salvage-vault.ts'
import { startChildWorker } from './workers/start-child-worker.ts'

const here = import.meta.dirname
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const kdf = argon2InThread(pathToFileURL(join(here, 'argon2-thread.js')))
const noFonts: Fonts = { regular: new Uint8Array(), bold: new Uint8Array() }
const unavailable = async () => null
const printsNothing: PdfRenderer = {
  render: () => Promise.reject(new TypeError('Nothing to print here')),
  async close() {},
}

interface Host {
  root: string
  headCopy?: string
  keyFile?: string | undefined
  /** Null where nothing is printed. */
  printing?: { fonts: Fonts; pdf: PdfRenderer } | null
}

/** The program at `root` without a window: nobody is asked, nothing is broadcast. */
async function openProgram({
  root,
  headCopy,
  keyFile,
  printing,
}: Host): Promise<{ program: Program; close(): Promise<void> }> {
  const { fonts, pdf } = printing ?? { fonts: noFonts, pdf: printsNothing }
  const program = await createProgram({
    root,
    ...(headCopy === undefined ? {} : { headCopy }),
    kdf,
    migrationsFolder: join(here, '../../drizzle'),
    verifierFolder: join(here, '../../resources/verifier'),
    systemLocale: 'en',
    version: packageFile.version,
    actor: 'command-line',
    ownOrigin: 'app://none',
    startWorker: startChildWorker((name) => join(here, `${name}.js`)),
    pdf,
    fonts,
    dialogs: {
      chooseFiles: unavailable,
      chooseFolder: unavailable,
      chooseSavePath: unavailable,
      reveal() {},
    },
    keyFile: { path: keyFile },
    send() {},
  })
  const close = async () => {
    await program.session.lock()
    await pdf.close()
  }
  return { program, close }
}

async function openPrinting(): Promise<{ fonts: Fonts; pdf: PdfRenderer }> {
  const fonts = await readFonts(join(here, 'fonts'))
  return { fonts, pdf: new ChromiumRenderer(await findChromium(process.env), fonts) }
}

/** Works in the vault at `root`, opened with its passphrase and, where it wants one, its key file. */
async function inVault<T>(
  host: Host,
  passphrase: string,
  work: (program: Program) => Promise<T>,
): Promise<T> {
  const { program, close } = await openProgram({ ...host, headCopy: headCopyPlace(process.env) })
  try {
    await program.handlers['vault.unlock']({ passphrase })
    return await work(program)
  } finally {
    await close()
  }
}

async function demo(folder: string): Promise<boolean> {
  const places = demoPlaces(folder)
  await rm(places.vault, { recursive: true, force: true })
  const { program, close } = await openProgram({ root: places.vault, printing: await openPrinting() })
  try {
    return await runDemo({ program, places, sampleFolder: join(here, '../../resources/sample-case'), say })
  } finally {
    await close()
  }
}

async function verify(host: Host, bundle: string | undefined): Promise<boolean> {
  const passphrase = await askPassphrase()
  // Before the vault is opened: while SQLite has the file, nothing else in this process may touch it. And a store too
  // damaged to open still gets its damaged pages named.
  const secret = { passphrase, keyFile: host.keyFile }
  const wholePages = await checkPages({ paths: appPaths(host.root), secret, kdf }, say)
  return inVault(host, passphrase, async (program) => {
    const whole = (await checkVault(program, say)) && wholePages
    return bundle === undefined ? whole : (await checkBundle(program, bundle, say)) && whole
  })
}

async function custody(host: Host, command: CustodyCommand, target: string): Promise<boolean> {
  const printing = command === 'receipt' ? await openPrinting() : null
  return inVault({ ...host, printing }, await askPassphrase(), (program) =>
    runCustody(program.session.desk(), command, target, say),
  )
}

async function restore(root: string, folder: string, secret: KeyringSecret): Promise<boolean> {
  const { program, close } = await openProgram({ root: resolve(root), headCopy: headCopyPlace(process.env) })
  try {
    return await restoreNewest(program, resolve(folder), secret, say)
  } finally {
    await close()
  }
}

const OPTIONS = {
  out: { type: 'string' },
  vault: { type: 'string' },
  'key-file': { type: 'string' },
  'recovery-code': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Whether all is in order; undefined where the words say nothing that can be done. */
async function run(): Promise<boolean | undefined> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS })
  const [command, target, second] = positionals
  const { vault } = values
  const keyFile = values['key-file'] === undefined ? undefined : resolve(values['key-file'])
  const ask = () => askSecret({ keyFile, byCode: values['recovery-code'] === true })
  if (command === 'demo' && !target) return demo(values.out ?? 'demo-output')
  if (command === 'salvage' && target && second) {
    const report = await salvageVault({ vault: target, target: second, secret: await ask(), kdf })
    return saySalvage(report, second, say)
  }
  if (command === 'verify' && vault === undefined && target) return checkBundle(undefined, target, say)
  if (vault === undefined) return undefined
  const host = { root: vault, keyFile }
  if (command === 'verify') return verify(host, target)
  if (command === 'backup')
    return inVault(host, await askPassphrase(), (program) =>
      makeBackup(program, target && resolve(target), say),
    )
  if (command === 'restore' && target) return restore(vault, target, await ask())
  if (isCustodyCommand(command) && target) return custody(host, command, target)
  return undefined
}

/** The code the command ends with; the usage where its words made no sense. */
function codeOf(inOrder: boolean | undefined): number {
  if (inOrder !== undefined) return inOrder ? 0 : 1
  process.stderr.write(USAGE)
  return process.argv.includes('--help') ? 0 : 2
}

leaveNoCoreDumps()
// Errors of ours carry a code and no text of a case; of any other only the kind is told.
run().then(
  (inOrder) => {
    process.exitCode = codeOf(inOrder)
  },
  (error: unknown) => {
    process.stderr.write(`redchop: ${wordFailure(error)}\n`)
    process.exitCode = 2
  },
)
