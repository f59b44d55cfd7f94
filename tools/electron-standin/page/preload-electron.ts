import type { Codec } from './codec.ts'
import type { FromPage, ToPage } from './wire.ts'
import type { WorldBridge } from './world-bridge.ts'

type Listener = (event: object, ...args: unknown[]) => void

export interface PreloadElectron {
  /** The module `require('electron')` gives a sandboxed preload. */
  module: object
  /** A message of the host, by `Runtime.callFunctionOn`. */
  receive(text: string): void
  /** The file `getPathForFile` last asked about under this number; DevTools alone can tell its path. */
  takeFile(id: number): File | undefined
}

/** Runs in the page's isolated world, as text: it may use nothing from outside itself. */
export function makePreloadElectron(
  codec: Codec,
  bridge: WorldBridge,
  post: (text: string) => void,
): PreloadElectron {
  const listeners = new Map<string, Set<Listener>>()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const files = new Map<number, File>()
  let lastId = 0

  const tell = (message: FromPage): void => post(codec.encode(message))

  const ask = (message: (id: number) => FromPage): Promise<unknown> => {
    const id = ++lastId
    tell(message(id)) // First: what cannot be cloned throws, and nothing waits for it.
    const answer = Promise.withResolvers<unknown>()
    waiting.set(id, answer)
    return answer.promise
  }

  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      try {
        return await ask((id) => ({ kind: 'invoke', id, channel, args }))
      } catch (error) {
        if (error instanceof DOMException) throw error
        throw new Error(`Error invoking remote method '${channel}': ${error}`)
      }
    },
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    once: (channel: string, listener: Listener) => {
      const onlyOnce: Listener = (event, ...args) => {
        ipcRenderer.removeListener(channel, onlyOnce)
        listener(event, ...args)
      }
      return ipcRenderer.on(channel, onlyOnce)
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
    removeListener: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  }

  const receive = (text: string): void => {
    const message = codec.decode(text) as ToPage
    if (message.kind === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener({ sender: ipcRenderer }, ...message.args)
      return
    }
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') answer?.resolve(message.value)
    else answer?.reject(message.reason)
  }

  const getPathForFile = (file: File): Promise<unknown> =>
    ask((id) => {
      files.set(id, file)
      return { kind: 'path', id }
    })

  return {
    module: {
      ipcRenderer,
      contextBridge: { exposeInMainWorld: bridge.expose },
      webUtils: { getPathForFile },
    },
    receive,
    takeFile: (id) => {
      const file = files.get(id)
      files.delete(id)
      return file
    },
  }
}
