import { createHash } from 'node:crypto'

/** The clipboard of the operating system. */
export interface Clipboard {
  readText(): Promise<string>
  writeText(text: string): Promise<void>
  clear(): void
}

/** Long enough to change to another program and paste there. */
export const CLIPBOARD_MS = 30_000

/** Text the app copies, on the clipboard for a while only. */
export interface BriefClipboard {
  copy(text: string): Promise<void>
  /** Takes the text off the clipboard, unless something else was copied since. */
  clear(): Promise<void>
}

/** Remembers a hash of what was copied and not the text itself. `later` calls back after so many milliseconds. */
export function createBriefClipboard(
  clipboard: Clipboard,
  later: (work: () => void, ms: number) => { unref?(): void },
): BriefClipboard {
  let copied: string | undefined
  const clear = async (): Promise<void> => {
    const mine = copied
    copied = undefined
    if (mine !== undefined && digest(await clipboard.readText()) === mine) clipboard.clear()
  }
  return {
    clear,
    async copy(text) {
      const mine = digest(text)
      copied = mine
      later(() => void (copied === mine && clear()), CLIPBOARD_MS).unref?.()
      await clipboard.writeText(text)
    },
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Where there is no clipboard: the command line. */
export const noClipboard: BriefClipboard = {
  copy: async () => undefined,
  clear: async () => undefined,
}
