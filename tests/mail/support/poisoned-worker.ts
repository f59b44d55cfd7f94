import '../../support/register-alias.ts'

// Behind the hook, hence not static imports.
const { readMessage } = await import('../../../electron/mail/read-message.ts')
const { serveMail } = await import('../../../electron/workers/serve-mail.ts')
const { watchMemory } = await import('../../../electron/workers/memory-watch.ts')
const { openWorkerPort } = await import('../../../electron/workers/worker-port.ts')

const port = openWorkerPort()

function exhaustMemory(): void {
  const kept: number[][] = []
  for (;;) kept.push(new Array<number>(4_000_000).fill(0.5))
}

function fillBuffers(): void {
  const kept: Buffer[] = []
  for (;;) kept.push(Buffer.alloc(16 * 1024 ** 2, 1))
}

/** A reader with the flaws a hostile message would look for, each found by its subject. */
serveMail(port, watchMemory(512), (bytes) => {
  const result = readMessage(bytes)
  switch (result.ok && result.message.subject) {
    case 'LOOP':
      for (;;);
    case 'HEAP':
      exhaustMemory()
      break
    case 'BUFFERS':
      fillBuffers()
      break
    case 'DIE':
      process.exit(3)
      break
    case 'NONSENSE':
      port.post({ type: 'reading', reading: { ok: true, message: { subject: 42 } } })
      break
  }
  return result
})
