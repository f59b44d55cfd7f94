import { DocumentError } from '../documents/document-error.ts'
import { readFonts } from '../documents/pdf/fonts.ts'
import type { PdfRenderer } from '../documents/pdf/pdf-renderer.ts'
import type { Dialogs } from '../platform/dialogs.ts'
import { type Line, openLine } from '../platform/line.ts'
import { argon2InThread } from '../vault/argon2.ts'
import { createLinedWorkers } from '../workers/lined-worker.ts'
import type { ParentPort } from '../workers/parent-port.ts'
import { createProgram, type Program } from './program.ts'
import type { HostCalls, ProgramCalls, ProgramStart, WorkerHandover } from './program-line.ts'

const isHandover = (message: unknown): message is WorkerHandover =>
  typeof message === 'object' && message !== null && 'worker' in message

/** Serves the program to the process of the window, which keeps what only Electron's main process can do. */
export function serveProgram(port: ParentPort): void {
  let program: Program | undefined
  let idleSeconds = 0
  const ready = (): Program => {
    if (!program) throw new TypeError('Called before its start')
    return program
  }
  const calls: ProgramCalls = {
    async start(parts) {
      program = await build(parts)
    },
    call: (sender, name, input) => ready().router(sender, name, input),
    drop: (sender, paths) => ready().choices.keepDropped(sender, paths),
    lock: () => ready().session.lock(),
    mailBody: async (messageId) => (await ready().session.desk().evidence.body(messageId)).html,
    stillHere: () => ready().stillHere(),
    idleSeconds(seconds) {
      idleSeconds = seconds
    },
    workerEnded: (id, code) => workers.ended(id, code),
  }
  const line: Line<HostCalls> = openLine<HostCalls>(
    {
      post: (message) => port.postMessage(message),
      onMessage: (listener) =>
        port.on('message', ({ data, ports: [workerPort] }) => {
          if (isHandover(data) && workerPort) workers.arrived(data.worker, workerPort)
          else listener(data)
        }),
    },
    { ...calls },
  )
  const workers = createLinedWorkers({ startWorker: line.tell.startWorker, endWorker: line.tell.endWorker })

  const build = async (parts: ProgramStart): Promise<Program> =>
    createProgram({
      root: parts.root,
      headCopy: parts.headCopy,
      kdf: argon2InThread(new URL(parts.argon2Thread)),
      migrationsFolder: parts.migrationsFolder,
      verifierFolder: parts.verifierFolder,
      systemLocale: parts.systemLocale,
      version: parts.version,
      actor: 'person',
      ownOrigin: parts.ownOrigin,
      startWorker: workers.start,
      pdf: linedPdf(line),
      fonts: await readFonts(parts.fontsFolder),
      dialogs: linedDialogs(line),
      keyFile: rememberedKeyFile(parts.keyFile, line),
      send: line.tell.send,
      window: {
        clipboard: { copy: line.ask.copyBriefly, clear: line.ask.clearCopied },
        systemIdleSeconds: () => idleSeconds,
        freshPage: line.tell.freshPage,
        closed: line.tell.closed,
      },
    })
}

/** The window ends with its process: there is nothing to close from here. */
const linedPdf = ({ ask }: Line<HostCalls>): PdfRenderer => ({
  render: (job) =>
    ask.print(job).catch(() => {
      throw new DocumentError('PRINT_FAILED')
    }),
  close: async () => undefined,
})

const linedDialogs = ({ ask, tell }: Line<HostCalls>): Dialogs => ({
  chooseFiles: ask.chooseFiles,
  chooseFolder: ask.chooseFolder,
  chooseSavePath: ask.chooseSavePath,
  reveal: tell.reveal,
})

/** Also told to the window's process, which outlives this one. */
const rememberedKeyFile = (known: string | undefined, { tell }: Line<HostCalls>) => {
  let path = known
  return {
    get path() {
      return path
    },
    set path(next) {
      path = next
      if (next !== undefined) tell.rememberKeyFile(next)
    },
  }
}
