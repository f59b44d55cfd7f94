import { Worker } from 'node:worker_threads'

/** How often the process is looked at, milliseconds: in this time a parser fills some tens of megabytes at most. */
const EVERY_MS = 50

// A thread, for a parser that works without a break leaves no turn to a timer of its own; as text, for it is no module
// to build, and SIGKILL, for the process must not get to answer.
const WATCH = `
const { workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > Atomics.load(workerData.limitMib, 0) * 1024 ** 2) process.kill(process.pid, 'SIGKILL')
}, ${EVERY_MS})
`

/** Sets from now on how much this process may take, MiB. */
export type SetMemoryLimit = (mib: number) => void

/**
 * Has a thread end this process with SIGKILL once it takes more memory than allowed, buffers included, which a limit of
 * the heap does not see. Whoever started the process hears of it as of any other end for want of memory.
 * @param limitMib What the process may take at first, MiB.
 */
export function watchMemory(limitMib: number): SetMemoryLimit {
  const shared = new Int32Array(new SharedArrayBuffer(4))
  Atomics.store(shared, 0, limitMib)
  const thread = new Worker(WATCH, {
    eval: true,
    workerData: { limitMib: shared },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  })
  thread.unref()
  return (mib) => void Atomics.store(shared, 0, mib)
}
