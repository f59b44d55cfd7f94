import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * A DOCX whose parts carry one given plain date instead of the moment they were written: in `docProps/core.xml` and in
 * the ZIP entries. The same content then gives the same bytes.
 */
export function fixCoreProperties(docx: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(docx)
  const core = parts['docProps/core.xml']
  if (core) {
    parts['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`),
    )
  }
  // A ZIP date is local time without a zone: built from local parts, it reads the same on every machine.
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  return zipSync(parts, { mtime: new Date(year, month - 1, day) })
}
