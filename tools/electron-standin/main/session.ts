import { EventEmitter } from 'node:events'
import { Protocol } from './protocol.ts'
import { WebRequest } from './web-request.ts'

const nothing = (): void => {}

/**
 * A session's own schemes, requests and network state. Cookies, caches and storage are one throw-away profile for
 * all of them; Chromium refuses every permission, whatever a handler would say.
 */
class Session extends EventEmitter {
  readonly protocol = new Protocol()
  readonly webRequest = new WebRequest()
  #offline = false

  setPermissionRequestHandler = nothing
  setPermissionCheckHandler = nothing
  setDevicePermissionHandler = nothing
  setDisplayMediaRequestHandler = nothing
  setCertificateVerifyProc = nothing
  setSpellCheckerEnabled = nothing
  setSpellCheckerLanguages = nothing
  setSpellCheckerDictionaryDownloadURL = nothing
  setDownloadPath = nothing
  setUserAgent = nothing
  setPreloads = nothing

  get offline(): boolean {
    return this.#offline
  }

  enableNetworkEmulation({ offline = false }: { offline?: boolean }): void {
    this.#offline = offline
    this.emit('network-emulation')
  }

  disableNetworkEmulation(): void {
    this.enableNetworkEmulation({ offline: false })
  }

  clearStorageData = async (): Promise<void> => {}
  clearCache = async (): Promise<void> => {}
  clearHostResolverCache = async (): Promise<void> => {}
  clearAuthCache = async (): Promise<void> => {}
  closeAllConnections = async (): Promise<void> => {}
  setProxy = async (): Promise<void> => {}
  flushStorageData = nothing
}

export type { Session }

const partitions = new Map<string, Session>()

export const session = {
  defaultSession: new Session(),
  fromPartition(name: string): Session {
    if (name === '') return session.defaultSession
    const known = partitions.get(name) ?? new Session()
    partitions.set(name, known)
    return known
  },
}

export const protocol = session.defaultSession.protocol
