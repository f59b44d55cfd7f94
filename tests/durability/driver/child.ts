import { writeSync } from 'node:fs'
import { openNotes } from './acknowledged.ts'
import { play, type Trial } from './steps.ts'

// The program in a process of its own, to be killed: plays the trial given as its argument, says `ready` once it begins,
// and notes what is acknowledged.
const trial: Trial = JSON.parse(process.argv[2] ?? '')
const notes = openNotes(trial.places.acks)
process.on('uncaughtException', (error) => {
  notes.add({ unexpected: error.stack ?? error.message, during: 'nothing that awaits it' })
  process.exit(1)
})
writeSync(1, 'ready\n')
await play(trial, notes.add)
