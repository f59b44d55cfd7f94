import type { FuzzedReader } from './readers.ts'

/** Readers with the flaws fuzzing is for, to see that it finds them. */
export const PLANTED: Readonly<Record<string, FuzzedReader['read']>> = {
  crash: () => {
    throw new TypeError('planted')
  },
  hang: () => {
    for (;;);
  },
  memory: () => {
    const kept: Buffer[] = []
    for (;;) kept.push(Buffer.alloc(8 * 1024 ** 2, 1))
  },
  alter: (bytes) => bytes.fill(0, 0, 1),
  waver: () => performance.now(),
}
