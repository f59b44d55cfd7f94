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
  /** `originals/证据1 subject.eml`; `place` counts the messages of an exhibit that holds several, `extension` has its dot. */
  original(exhibit: string, place: number | null, subject: string, extension: string): string
  /** `originals/attachments/证据1/name.pdf` */
  attachment(exhibit: string, fileName: string): string
}

/** So long at most is the stem of a name with a number: in any script it stays short enough for the number to survive. */
const NUMBERED_LENGTH = 30

export function createPathGiver(): PathGiver {
  const given = new Set<string>()
  /** The number that the next file of a name gets: thousands of one name must not search from the beginning. */
  const copies = new Map<string, number>()
  const give = (folder: string, name: string): string => {
    const extension = extname(name)
    const stem = name.slice(0, name.length - extension.length).slice(0, NUMBERED_LENGTH)
    const wanted = keyOf(`${folder}/${name}`)
    for (let copy = copies.get(wanted) ?? 1; ; copy += 1) {
      const path = `${folder}/${copy === 1 ? name : cleanFileName(`${stem} (${copy})${extension}`)}`
      if (given.has(keyOf(path))) continue
      given.add(keyOf(path))
      copies.set(wanted, copy + 1)
      return path
    }
  }
  return {
    original(exhibit, place, subject, extension) {
      const words = [exhibit, place === null ? '' : `(${place})`, subject.trim()].filter(Boolean)
      return give('originals', cleanFileName(`${words.join(' ')}${extension}`))
    },
    attachment: (exhibit, fileName) =>
      give(`originals/attachments/${cleanFileName(exhibit)}`, cleanFileName(fileName)),
  }
}

/** Windows and macOS take names for the same that differ in case or in composition only. */
const keyOf = (path: string): string => path.normalize('NFC').toLowerCase()
