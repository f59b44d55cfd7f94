import { extname } from 'node:path'
import type { ListLanguage } from '@bridge/model/exhibit.ts'
import { cleanFileName } from '../../files/index.ts'
import { inBoth, type Words } from './wording.ts'

export const MANIFEST_SUMS = 'manifest.sha256'
export const MANIFEST_FACTS = 'manifest.json'

/** The two papers, in the order they are read. */
export const paperNames = (language: ListLanguage) => ({
  list: cleanFileName(`01 ${named('list', language)}.docx`),
  bundle: cleanFileName(`02 ${named('bundle', language)}.pdf`),
})

/** What an export is called before anyone names it: nothing of the case, only what it is and the day. */
export const exportName = (language: ListLanguage, day: string): string =>
  cleanFileName(`${named('export', language)} ${day}`)

function named(key: keyof Words['files'], language: ListLanguage): string {
  const { zh, en } = inBoth((words) => words.files[key])
  return { zh, en, both: `${zh} ${en}` }[language]
}

/** Hands out paths inside the export, each once: names that a file system may take for the same get a number. */
export interface PathGiver {
  /** `originals/证据1 subject.eml`; `place` counts the messages of an exhibit that holds several. */
  original(exhibit: string, place: number | null, subject: string): string
  /** `originals/attachments/证据1/name.pdf` */
  attachment(exhibit: string, fileName: string): string
}

export function createPathGiver(): PathGiver {
  const given = new Set<string>()
  const give = (folder: string, name: string): string => {
    const extension = extname(name)
    const stem = name.slice(0, name.length - extension.length)
    for (let copy = 1; ; copy += 1) {
      const path = `${folder}/${cleanFileName(copy === 1 ? name : `${stem.slice(0, 60)} (${copy})${extension}`)}`
      const key = path.normalize('NFC').toLowerCase()
      if (given.has(key)) continue
      given.add(key)
      return path
    }
  }
  return {
    original: (exhibit, place, subject) =>
      give('originals', cleanFileName(`${exhibit}${place === null ? '' : ` (${place})`} ${subject}.eml`)),
    attachment: (exhibit, fileName) =>
      give(`originals/attachments/${cleanFileName(exhibit)}`, cleanFileName(fileName)),
  }
}
