import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { IssuedReceipt } from '@bridge/model/receipt.ts'
import { refusal } from '@bridge/refusal.ts'
import { DocumentError } from '../../documents/document-error.ts'
import { renderReceipt } from '../../documents/kinds/receipt/render-receipt.ts'
import type { PdfRenderer } from '../../documents/pdf/pdf-renderer.ts'
import { replaceFile } from '../../platform/durable-file.ts'
import { factHash } from '../../platform/facts.ts'
import { errorCode } from '../../platform/fault.ts'
import type { ServiceParts } from '../cases/index.ts'
import { type CheckedReceipt, checkReceipt } from './check-receipt.ts'
import { readHandout } from './handout.ts'
import { composeReceipt } from './receipt-text.ts'
import { type WrittenRecord, writeRecord } from './write-record.ts'

export interface CustodyParts extends ServiceParts {
  storeId: string
  pdf: PdfRenderer
  /** Folder of the standalone verifiers. */
  verifierFolder: string
  /** Writes a head record with the root of the whole chain, and gives it. */
  headWithRoot(): { seq: number; hash: string; root: string | null }
}

export type CustodyService = ReturnType<typeof createCustodyService>

/** What the operating system says where a place went away, or belongs to somebody else, or is not for writing. */
const PLACE_CODES = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'])

function refusedPlace(cause: unknown): never {
  if (PLACE_CODES.has(errorCode(cause) ?? '')) throw refusal('PLACE_REFUSED', { cause })
  throw cause
}

/** The custody record and receipts of the open vault: what is given to others so that they need not trust it. */
export function createCustodyService(parts: CustodyParts) {
  const { store, audit, clock, ids, storeId, verifierFolder } = parts
  return {
    /**
     * Writes the custody record into a new folder inside `folder` and records that it was.
     * @throws Refusal PLACE_REFUSED, Fault DISK_FULL
     */
    async exportRecord(folder: string): Promise<WrittenRecord> {
      const name = `redchop-custody ${clock.now().slice(0, 10)}`
      const handout = await readHandout(verifierFolder, 'record', '')
      const made = await writeRecord(store.read, { storeId, folder, name, handout }).catch(refusedPlace)
      store.write((writer) => {
        const facts = { seq: made.size, head: factHash(made.head), root: factHash(made.root) }
        audit.append(writer, { act: 'custody.exported', objectId: ids.next(), facts })
      })
      return made
    },

    /**
     * Writes a receipt for the vault as it stands now to the file `path`, replacing what is there, and records its issue.
     * @throws Refusal PLACE_REFUSED or PRINT_FAILED, Fault DISK_FULL
     */
    async issueReceipt(path: string): Promise<IssuedReceipt> {
      const { seq, hash: head, root } = parts.headWithRoot()
      if (root === null) throw new TypeError('A head without a root')
      const receipt = { storeId, seq, head, root, at: clock.now() }
      const text = composeReceipt(receipt)
      await access(dirname(path), constants.W_OK).catch(refusedPlace) // before the work of making the page
      const page = await renderReceipt({ ...receipt, text }, parts.pdf).catch((cause: unknown) => {
        throw cause instanceof DocumentError ? refusal('PRINT_FAILED', { cause }) : cause
      })
      await replaceFile(path, page).catch(refusedPlace)
      store.write((writer) => {
        const facts = { seq, head: factHash(head), root: factHash(root) }
        audit.append(writer, { act: 'receipt.issued', objectId: ids.next(), facts })
      })
      return { text, seq, at: receipt.at }
    },

    /** Holds a receipt, typed, pasted or scanned, against the vault. Reads only. */
    checkReceipt: (text: string): Promise<CheckedReceipt> => checkReceipt(store.read, storeId, text),
  }
}
