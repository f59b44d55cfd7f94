import { type ChildProcess, fork, type IOType } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { ForkOptions } from 'electron'
import type { MessagePortMain } from './message-channel.ts'

const PARENT_PORT = fileURLToPath(new URL('../utility-child.ts', import.meta.url))

/** A Node process that finds its parent at `process.parentPort`, as Electron's utility process does. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  /** Ports come from afar, and messages keep their order. */
  #sent: Promise<void> = Promise.resolve()

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super()
    const { env = process.env, execArgv = [], stdio = 'inherit', cwd } = options
    const [, out = 'inherit', err = 'inherit'] = typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio
    this.#child = fork(modulePath, args, {
      env: { ...env, NODE_OPTIONS: '' },
      execArgv: ['--import', PARENT_PORT, ...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', out as IOType, err as IOType, 'ipc'],
      ...(cwd !== undefined && { cwd }),
    })
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1))
    this.#child.on('error', (error) => this.emit('error', 'FatalError', '', String(error)))
    process.once('exit', () => this.#child.kill('SIGKILL'))
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined
  }

  get stdout(): Readable | null {
    return this.#child.stdout
  }

  get stderr(): Readable | null {
    return this.#child.stderr
  }

  /** Throws, as Electron does, for what cannot be cloned. */
  postMessage(message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const data: unknown = structuredClone(message)
    const [port, ...others] = transfer
    if (others.length > 0) throw new TypeError('The stand-in hands over one port at a time')
    this.#sent = this.#sent.then(async () => {
      const socket = await port?.handOver()
      if (!this.#child.connected) socket?.destroy()
      else this.#child.send({ data }, socket, {}, () => undefined)
    })
  }

  /** SIGTERM; the answer says whether it could be sent. */
  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    return new UtilityProcess(modulePath, args, options)
  },
}
