import { bannedWords } from './bans.ts'
import { readSources } from './sources.ts'

// The bans as a part of `npm run lint`: the same table that the tests hold, said before anything is run.

const found = bannedWords(readSources(['electron', 'src']))
for (const each of found) process.stderr.write(`${each}\n`)
process.exitCode = found.length === 0 ? 0 : 1
