import { expect, test } from 'vitest'
import { foldersIn, missingFiles, undescribed } from './readmes.ts'
import { readSources } from './sources.ts'

const folders = ['electron', 'src'].flatMap(foldersIn)

test('every folder says what lives in it', () => {
  expect(folders.length).toBeGreaterThan(40)
  expect(undescribed(folders)).toEqual([])
})

test('a README names only files that are there', () => {
  const present = readSources(['electron', 'src']).map(({ path }) => path)
  const missing = folders.flatMap((folder) =>
    missingFiles(folder, present).map((name) => `${folder}: ${name}`),
  )
  expect(missing).toEqual([])
})

test('a folder that nobody describes is caught', () => {
  const readmeOf = (folder: string): string => (folder === 'src/lib' ? 'Sums of `inner/` things.' : '')
  expect(undescribed(['src/lib', 'src/lib/inner', 'src/lib/other'], readmeOf)).toEqual(['src/lib/other'])
})
