import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import packageFile from '../package.json' with { type: 'json' }
import { askPassphrase } from './cli/ask-passphrase.ts'
import { demoPlaces, runDemo } from './cli/demo.ts'
import { USAGE } from './cli/usage.ts'
import { checkBundle, checkVault } from './cli/verify.ts'
import { ChromiumRenderer } from './documents/pdf/chromium-renderer.ts'
import { findChromium } from './documents/pdf/find-chromium.ts'
import { type Fonts, readFonts } from './documents/pdf/fonts.ts'
import type { PdfRenderer } from './documents/pdf/pdf-renderer.ts'
import { createProgram, type Program } from './ipc/program.ts'
import { leaveNoCoreDumps } from './platform/no-core-dumps.ts'
import { argon2InThread } from './vault/argon2.ts'
import { startChildWorker } from './workers/start-child-worker.ts'

const here = import.meta.dirname
const say = (line: string): void => void process.stdout.write(`${line}\n`)
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
): Promise<{ program: Program; close(): Promise<void> }> {
  const program = await createProgram({
    root,
    kdf: argon2InThread(pathToFileURL(join(here, 'argon2-thread.js'))),
    migrationsFolder: join(here, '../../drizzle'),
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
  const { program, close } = await openProgram(vault, noFonts, printsNothing)
  try {
    await program.handlers['vault.unlock']({ passphrase: await askPassphrase() })
    const whole = await checkVault(program, say)
    return bundle === undefined ? whole : (await checkBundle(program, bundle, say)) && whole
  } finally {
    await close()
  }
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, vault: { type: 'string' }, help: { type: 'boolean' } },
  })
  const [command, target] = positionals
  if (command === 'demo' && !target) return (await demo(values.out ?? 'demo-output')) ? 0 : 1
  if (command === 'verify' && (target || values.vault)) return (await verify(values.vault, target)) ? 0 : 1
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
    const code = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'UNEXPECTED'
    process.stderr.write(`redchop: ${code}\n`)
    process.exitCode = 2
  },
)
