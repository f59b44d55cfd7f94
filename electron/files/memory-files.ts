import { Fault } from '../platform/fault.ts'
import { digestOf } from './digest.ts'
import type { FileStore, NewFile } from './file-store.ts'

/** The twin for tests above the file store: the same promises, nothing on disk. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>()
  let open = true
  const refuseWhenClosed = (): void => {
    if (!open) throw new Fault('VAULT_LOCKED')
  }
  const putMany = async (files: readonly NewFile[]): Promise<string[]> => {
    refuseWhenClosed()
    const written = new Set<string>()
    for (const { sha256, bytes } of files) {
      if ((await digestOf(bytes)) !== sha256) throw new TypeError('Not the bytes of this digest')
      if (!kept.has(sha256)) written.add(sha256)
      kept.set(sha256, Buffer.from(bytes))
    }
    return [...written]
  }
  return {
    async put(file) {
      await putMany([file])
    },
    putMany,
    async get(sha256) {
      refuseWhenClosed()
      const bytes = kept.get(sha256)
      if (!bytes) throw new Fault('FILE_MISSING', { sha256 })
      return Buffer.from(bytes)
    },
    async has(sha256) {
      refuseWhenClosed()
      return kept.has(sha256)
    },
    async *list() {
      refuseWhenClosed()
      for (const sha256 of kept.keys()) yield { name: sha256, sha256 }
    },
    sweep: async () => ({ removed: 0, quarantined: 0 }),
    async *listQuarantined() {},
    close() {
      open = false
    },
  }
}
