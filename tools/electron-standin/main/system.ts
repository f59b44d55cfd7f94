import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Never speaks: no sleep, no lock, no shutdown is seen here. A test may emit its events. */
export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: (): number => 0,
  getSystemIdleState: (): string => 'active',
  isOnBatteryPower: (): boolean => false,
})

const refuse = (): never => {
  throw new Error('encryption is not available')
}

export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'basic_text',
  encryptString: refuse,
  decryptString: refuse,
}

let copied = ''

/** A clipboard of this run alone; the desktop's own is not touched. */
export const clipboard = {
  async writeText(text: string): Promise<void> {
    copied = text
  },
  readText: async (): Promise<string> => copied,
  clear(): void {
    copied = ''
  },
}

export const net = {
  isOnline: (): boolean => false,

  /** Files alone: the stand-in asks nothing of a network. */
  async fetch(address: string | URL): Promise<Response> {
    const url = new URL(address)
    if (url.protocol !== 'file:') throw new Error('net::ERR_INTERNET_DISCONNECTED')
    try {
      return new Response(await readFile(fileURLToPath(url)))
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND')
    }
  },
}
