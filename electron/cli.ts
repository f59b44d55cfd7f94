import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import packageFile from '../package.json' with { type: 'json' }
import { askPassphrase } from './cli/ask-passphrase.ts'
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
import { errorCode, isFault } from './platform/fault.ts'
import { headCopyPlace } from './platform/head-copy-place.ts'
import { leaveNoCoreDumps } from './platform/no-core-dumps.ts'
import { appPaths } from './platform/paths.ts'
import { type PageReport, verifyPages } from './store/verify-pages.ts'
import { argon2InThread } from './vault/argon2.ts'
import { readKeys, wipeKeys } from './vault/read-keys.ts'
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

/** The program at `root` without a window: nobody is asked, nothing is broadcast. */
async function openProgram(
  root: string,
  fonts: Fonts,
  pdf: PdfRenderer,
  headCopy?: string,
): Promise<{ program: Program; close(): Promise<void> }> {
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
    send() {},
  })
  const close = async () => {
    await program.session.lock()
    await pdf.close()
  }
  return { program, close }
}

async function demo(folder: string): Promise<boolean> {
  const places = demoPlaces(folder)
  await rm(places.vault, { recursive: true, force: true })
  const fonts = await readFonts(join(here, 'fonts'))
  const pdf = new ChromiumRenderer(await findChromium(process.env), fonts)
  const { program, close } = await openProgram(places.vault, fonts, pdf)
  try {
    return await runDemo({ program, places, sampleFolder: join(here, '../../resources/sample-case'), say })
  } finally {
    await close()
  }
}

async function verify(vault: string | undefined, bundle: string | undefined): Promise<boolean> {
  if (vault === undefined) return checkBundle(undefined, bundle ?? '', say)
  const passphrase = await askPassphrase()
  // Before the vault is opened: while SQLite has the file, nothing else in this process may touch it.
  const pages = await pagesOf(vault, passphrase)
  const { program, close } = await openProgram(vault, noFonts, printsNothing, headCopyPlace(process.env))
  try {
    await unlockOr(program, passphrase, () => checkPages(pages, say))
    const wholePages = checkPages(pages, say)
    const whole = (await checkVault(program, say)) && wholePages
    return bundle === undefined ? whole : (await checkBundle(program, bundle, say)) && whole
  } finally {
    await close()
  }
}

/** A store too damaged to open still gets its damaged pages named. */
async function unlockOr(program: Program, passphrase: string, name: () => void): Promise<void> {
  try {
    await program.handlers['vault.unlock']({ passphrase })
  } catch (error) {
    if (isFault(error, 'STORE_DAMAGED')) name()
    throw error
  }
}

async function pagesOf(vault: string, passphrase: string): Promise<PageReport> {
  const paths = appPaths(vault)
  const keys = await readKeys(paths.keyring, { passphrase }, kdf)
  try {
    return await verifyPages(paths.store, keys.store)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { pages: 0, damaged: [], missing: 1 }
    throw error
  } finally {
    wipeKeys(keys)
  }
}

async function custody(vault: string, command: CustodyCommand, target: string): Promise<boolean> {
  const prints = command === 'receipt'
  const fonts = prints ? await readFonts(join(here, 'fonts')) : noFonts
  const pdf = prints ? new ChromiumRenderer(await findChromium(process.env), fonts) : printsNothing
  const { program, close } = await openProgram(vault, fonts, pdf, headCopyPlace(process.env))
  try {
    await program.handlers['vault.unlock']({ passphrase: await askPassphrase() })
    return await runCustody(program.session.desk(), command, target, say)
  } finally {
    await close()
  }
}

async function salvage(vault: string, target: string, byCode: boolean): Promise<boolean> {
  const typed = await askPassphrase(byCode ? 'Recovery code' : 'Passphrase')
  const secret = byCode ? { recoveryCode: typed } : { passphrase: typed }
  return saySalvage(await salvageVault({ vault, target, secret, kdf }), target, say)
}

async function backup(vault: string, folder: string | undefined): Promise<boolean> {
  const passphrase = await askPassphrase()
  const { program, close } = await openProgram(vault, noFonts, printsNothing, headCopyPlace(process.env))
  try {
    await program.handlers['vault.unlock']({ passphrase })
    return await makeBackup(program, folder && resolve(folder), say)
  } finally {
    await close()
  }
}

async function restore(vault: string, folder: string, byCode: boolean): Promise<boolean> {
  const typed = await askPassphrase(byCode ? 'Recovery code' : 'Passphrase')
  const secret = byCode
    ? ({ kind: 'recovery', recoveryCode: typed } as const)
    : ({ kind: 'passphrase', passphrase: typed } as const)
  const { program, close } = await openProgram(resolve(vault), noFonts, printsNothing)
  try {
    return await restoreNewest(program, resolve(folder), secret, say)
  } finally {
    await close()
  }
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      vault: { type: 'string' },
      'recovery-code': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const [command, target, second] = positionals
  if (command === 'demo' && !target) return (await demo(values.out ?? 'demo-output')) ? 0 : 1
  if (command === 'verify' && (target || values.vault)) return (await verify(values.vault, target)) ? 0 : 1
  const byCode = values['recovery-code'] === true
  if (command === 'backup' && values.vault) return (await backup(values.vault, target)) ? 0 : 1
  if (command === 'restore' && values.vault && target)
    return (await restore(values.vault, target, byCode)) ? 0 : 1
  if (isCustodyCommand(command) && values.vault && target)
    return (await custody(values.vault, command, target)) ? 0 : 1
  if (command === 'salvage' && target && second)
    return (await salvage(target, second, values['recovery-code'] === true)) ? 0 : 1
  process.stderr.write(USAGE)
  return values.help ? 0 : 2
}

leaveNoCoreDumps()
// Errors of ours carry a code and no text of a case; of any other only the kind is told.
run().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`redchop: ${wordFailure(error)}\n`)
    process.exitCode = 2
  },
)
