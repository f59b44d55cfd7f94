import { dirname } from 'node:path'
import { findProgram, runProgram } from './desktop.ts'
import { runtime } from './runtime.ts'

/** Empty when it opened, or when nobody looks at a screen; otherwise what went wrong. */
async function open(target: string): Promise<string> {
  if (!runtime.launch.headed) return ''
  const program = findProgram('xdg-open') ?? findProgram('open')
  if (!program) return 'this machine has no xdg-open'
  const { code } = await runProgram(program, [target])
  return code === 0 ? '' : `xdg-open left with code ${code}`
}

export const shell = {
  openPath: open,
  showItemInFolder(path: string): void {
    void open(dirname(path))
  },
  async openExternal(url: string): Promise<void> {
    const problem = await open(url)
    if (problem) throw new Error(problem)
  },
  beep(): void {},
}
