import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import '../../support/register-alias.ts'

// Behind the hook, hence not static imports.
const { READERS, tryInput } = await import('./readers.ts')
const { PLANTED } = await import('./planted.ts')
const { seeded } = await import('../../durability/seeded.ts')

// node tests/hostile/fuzz/child.ts --seed 1 --from 0 --count 100: plays these inputs, a line of JSON for each thing worth
// telling. A thread ends the process where one input takes too long or too much, and says which.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '1' },
    'most-ms': { type: 'string', default: '10000' },
    'most-mib': { type: 'string', default: '512' },
    planted: { type: 'string' },
  },
})
const [seed, from, count] = [Number(values.seed), Number(values.from), Number(values.count)]

const WATCH = `
const { workerData: { now, mostMs, mostMib } } = require('node:worker_threads')
const { writeSync } = require('node:fs')
let at = -1, since = 0
// Time of the processor: on a busy computer the clock says nothing about a reader.
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
setInterval(() => {
  const current = Atomics.load(now, 0)
  if (current !== at) { at = current; since = used() }
  const mib = process.memoryUsage.rss() / 1024 ** 2
  const what = mib > mostMib ? 'more than ' + mostMib + ' MiB' : used() - since > mostMs ? 'more than ' + mostMs + ' ms' : ''
  if (what === '' || current < 0) return
  writeSync(1, JSON.stringify({ at: current, violation: what }) + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, 50)
`

const tell = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`)
const now = new Int32Array(new SharedArrayBuffer(4)).fill(-1)
const watch = new Worker(WATCH, {
  eval: true,
  workerData: { now, mostMs: Number(values['most-ms']), mostMib: Number(values['most-mib']) },
})
watch.unref()

function readerAt(index: number): (typeof READERS)[number] {
  let left = index % 100
  for (const reader of READERS) {
    left -= reader.share
    if (left >= 0) continue
    const planted = PLANTED[values.planted ?? '']
    return planted ? { ...reader, read: planted } : reader
  }
  throw new RangeError('the shares are no hundred')
}

for (let index = from; index < from + count; index += 1) {
  const chance = seeded(Math.imul(index + 1, 2_654_435_761) ^ seed)
  const reader = readerAt(index)
  const bytes = reader.make(chance)
  Atomics.store(now, 0, index)
  try {
    await tryInput(reader, bytes, index % 4 === 0)
  } catch (error) {
    tell({ at: index, violation: `${reader.name}: ${error instanceof Error ? error.message : 'threw'}` })
  }
  if (index % 1_000 === 999) tell({ at: index })
}
tell({ done: true, peakMib: Math.round(process.resourceUsage().maxRSS / 1024) })
