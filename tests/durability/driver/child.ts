import { writeSync } from 'node:fs'
import { openNotes } from './acknowledged.ts'
import { play, type Trial } from './steps.ts'

// The program in a process of its own, to be killed: plays the trial given as its argument and notes what is acknowledged. On
// its output stands a full stop once it begins, and one for each note.
const trial: Trial = JSON.parse(process.argv[2] ?? '')
const notes = openNotes(trial.places.acks)
process.on('uncaughtException', (error) => {
  notes.add({ unexpected: error.stack ?? error.message, during: 'nothing that awaits it' })
  process.exit(1)
})
const begun = () => void writeSync(1, '.')
begun()
await play(trial, (note) => {
  notes.add(note)
  begun()
})
