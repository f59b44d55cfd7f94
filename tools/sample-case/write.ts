import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeSampleCase } from './sample-case.ts'

const folder = fileURLToPath(new URL('../../resources/sample-case/', import.meta.url))

rmSync(`${folder}mail`, { recursive: true, force: true })
mkdirSync(`${folder}mail`, { recursive: true })
const files = await makeSampleCase()
for (const [path, bytes] of files) writeFileSync(`${folder}${path}`, bytes)
const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
console.log(`${files.size} files, ${size} bytes`)
