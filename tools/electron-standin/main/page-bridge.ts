import { readFileSync } from 'node:fs'
import type { CdpSession } from '../chromium/connection.ts'
import { hostCodec } from '../page/codec.ts'
import {
  HALF,
  linkGuardScript,
  mainWorldScript,
  OPEN,
  POST,
  PRELOAD_WORLD,
  preloadScript,
} from '../page/scripts.ts'
import type { FromPage, ToPage } from '../page/wire.ts'
import type { Frames, WebFrame } from './frames.ts'

export interface PageListener {
  onInvoke(frame: WebFrame, channel: string, args: unknown[]): Promise<unknown>
  onSend(frame: WebFrame, channel: string, args: unknown[]): void
  /** A click wants a link in another window. */
  onOpen(url: string): void
}

/** The host's end of a page's preload: runs it in its isolated world and carries what it says. */
export class PageBridge {
  readonly #page: CdpSession
  readonly #frames: Frames
  readonly #listener: PageListener
  /** Frames that have a preload's world, by the number of its execution context. */
  readonly #worlds = new Map<number, WebFrame>()

  constructor(page: CdpSession, frames: Frames, listener: PageListener) {
    this.#page = page
    this.#frames = frames
    this.#listener = listener
  }

  async install(preloadPath: string, processInfo: object): Promise<void> {
    const page = this.#page
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = this.#frames.get(String(context.auxData?.frameId))
      if (context.name === PRELOAD_WORLD && frame) this.#worlds.set(context.id, frame)
    })
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId)
    })
    page.on('Runtime.executionContextsCleared', () => this.#worlds.clear())
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Fails only when the page has gone away meanwhile.
      if (name === OPEN) this.#listener.onOpen(payload)
      if (name === POST) this.#receive(payload, executionContextId).catch(() => {})
    })
    for (const name of [POST, OPEN])
      await page.send('Runtime.addBinding', { name, executionContextName: PRELOAD_WORLD })
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript })
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `${linkGuardScript}\n${preloadScript(readFileSync(preloadPath, 'utf8'), processInfo)}`,
      worldName: PRELOAD_WORLD,
    })
  }

  /** To the preload of the main frame; lost, as in Electron, where none runs. */
  send(channel: string, args: unknown[]): void {
    for (const [contextId, frame] of this.#worlds)
      if (frame === this.#frames.main)
        this.#tell({ kind: 'event', channel, args: args }, contextId).catch(() => {}) // The page went away.
  }

  async #receive(payload: string, contextId: number): Promise<void> {
    const frame = this.#worlds.get(contextId)
    if (!frame) return
    const message = hostCodec.decode(payload) as FromPage
    if (message.kind === 'send') return this.#listener.onSend(frame, message.channel, message.args)
    const { id } = message
    try {
      const value =
        message.kind === 'path'
          ? await this.#pathOfFile(id, contextId)
          : await this.#listener.onInvoke(frame, message.channel, message.args)
      await this.#tell({ kind: 'answer', id, value }, contextId)
    } catch (error) {
      await this.#tell({ kind: 'refusal', id, reason: String(error) }, contextId)
    }
  }

  async #tell(message: ToPage, contextId: number): Promise<void> {
    await this.#page.send('Runtime.callFunctionOn', {
      functionDeclaration: `(text) => ${HALF}.receive(text)`,
      executionContextId: contextId,
      arguments: [{ value: hostCodec.encode(message) }],
    })
  }

  /** Empty for a file that is on no disk, as in Electron. */
  async #pathOfFile(id: number, contextId: number): Promise<string> {
    const { result } = await this.#page.send('Runtime.callFunctionOn', {
      functionDeclaration: `(id) => ${HALF}.takeFile(id)`,
      executionContextId: contextId,
      arguments: [{ value: id }],
    })
    if (result.objectId === undefined) throw new TypeError('Value is not a File')
    const { path } = await this.#page.send('DOM.getFileInfo', { objectId: result.objectId })
    await this.#page.send('Runtime.releaseObject', { objectId: result.objectId })
    return path
  }
}
