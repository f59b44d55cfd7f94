import { call } from './client.ts'

/**
 * Lets every copy button of the page go through main, which takes the text off the clipboard again after 30 seconds or at a
 * lock. Called once, before anything is drawn.
 */
export function copyThroughMain(clipboard: Clipboard): void {
  Object.defineProperty(clipboard, 'writeText', {
    value: async (text: string): Promise<void> => void (await call('clipboard.copy', { text })),
  })
}
