import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below a folder, by its path. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** As a word would look in a file: UTF-8, UTF-16, base64 at each of its three offsets. */
function facesOf(word: string): Buffer[] {
  const bytes = Buffer.from(word)
  const base64 = [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    // The first and last groups also depend on what stands beside the word.
    return Buffer.from(padded.slice(shift === 0 ? 0 : 4, -4))
  })
  return [bytes, Buffer.from(word, 'utf16le'), ...base64.filter((each) => each.length >= 6)]
}

/** `file: word` for each word that can be read in one of the files. */
export function namesOfLeaks(files: readonly string[], words: readonly string[]): string[] {
  const faces = words.flatMap((word) => facesOf(word).map((face) => ({ word, face })))
  return files.flatMap((file) => {
    const content = readFileSync(file)
    return faces.filter(({ face }) => content.includes(face)).map(({ word }) => `${file}: ${word}`)
  })
}
