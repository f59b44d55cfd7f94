import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'

/** How the shim is told which call is to fail; `struct control` of shim/shim.c. */
export interface FaultControl {
  /** Lets the k-th call from now on fail with `errno`; where it is sticky, every later one that needs room too. */
  failAt(k: number, errno: number, sticky: boolean): void
  /** Lets nothing fail any more, and gives how many calls there were since the last order. */
  clear(): number
  close(): void
}

const BYTES = 24

/** Makes the file that the shim maps; before a program starts under it. */
export const makeControl = (path: string): void => writeFileSync(path, Buffer.alloc(BYTES))

/** The control of a shim that runs under this same process. */
export function openControl(path: string): FaultControl {
  const file = openSync(path, 'r+')
  const put = (k: number, errno: number, sticky: boolean): void => {
    const control = Buffer.alloc(BYTES)
    control.writeBigUInt64LE(BigInt(k), 8)
    control.writeInt32LE(errno, 16)
    control.writeInt32LE(sticky ? 1 : 0, 20)
    writeSync(file, control, 0, BYTES, 0)
  }
  return {
    failAt: put,
    clear() {
      const calls = Buffer.alloc(8)
      readSync(file, calls, 0, 8, 0)
      put(0, 0, false)
      return Number(calls.readBigUInt64LE(0))
    },
    close: () => closeSync(file),
  }
}
