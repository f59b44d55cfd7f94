import { access, constants } from 'node:fs/promises'
import { refusal } from '@bridge/refusal.ts'
import { DocumentError } from '../../documents/document-error.ts'
import { composeOriginality } from '../../documents/kinds/originality/compose-originality.ts'
import { composeScript } from '../../documents/kinds/originality/compose-script.ts'
import { originalityVersion, packName } from '../../documents/kinds/originality/wording.ts'
import type { AuthenticityService } from '../authenticity/index.ts'
import { ExportError, type ExportParts, getExhibit, packExhibit, writePack } from '../exhibits/index.ts'
import { collectPapers } from './collect-papers.ts'

export interface OriginalityParts extends ExportParts {
  authenticity: AuthenticityService
}

export type OriginalityService = ReturnType<typeof createOriginalityService>

export function createOriginalityService(parts: OriginalityParts) {
  const { store, pdf, composer } = parts

  /** One printed paper and how many pages it has. */
  const print = async (html: string): Promise<{ bytes: Uint8Array; pageCount: number }> => {
    const bytes = await pdf.render({ html, assets: new Map() }).catch((cause: unknown) => {
      throw cause instanceof DocumentError ? cause : new DocumentError('PRINT_FAILED', { cause })
    })
    const session = composer.start()
    try {
      const opened = await session.open(1, 'print', bytes)
      if ('problem' in opened) throw new DocumentError('PRINT_FAILED')
      return { bytes, pageCount: opened.pageCount }
    } finally {
      session.close()
    }
  }

  return {
    /** @throws Refusal NOT_FOUND where there is no such exhibit, or no message in it */
    check(exhibitId: string): void {
      getExhibit(store.read, exhibitId)
    },

    /**
     * Makes the pack as a new folder inside `folder`, complete or not at all, and gives its path.
     * @throws Refusal NOT_FOUND, ORIGINAL_DAMAGED, MESSAGE_UNREADABLE, PLACE_REFUSED, PRINT_FAILED; Fault DISK_FULL
     */
    async make(exhibitId: string, folder: string): Promise<string> {
      // Before the work of making the pages.
      await access(folder, constants.W_OK).catch((cause: unknown) => {
        throw refusal('PLACE_REFUSED', { cause })
      })
      try {
        const packed = await packExhibit(parts, exhibitId)
        const paper = await collectPapers(store.read, parts.authenticity, packed)
        const [script, sheet] = [await print(composeScript(paper)), await print(composeOriginality(paper))]
        return await writePack(parts, packed, {
          folder,
          name: `${packName.zh} ${packName.en}`,
          version: originalityVersion,
          papers: [
            { path: '01 出示步骤 live showing.pdf', ...script },
            { path: '02 原始性说明 originality.pdf', ...sheet },
          ],
        })
      } catch (cause) {
        if (cause instanceof DocumentError) throw refusal('PRINT_FAILED', { cause })
        if (cause instanceof ExportError && cause.code !== 'TOO_LARGE_FOR_ZIP')
          throw refusal(cause.code, { cause })
        throw cause
      }
    },
  }
}
