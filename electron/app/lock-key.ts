import type { WebContents } from 'electron'

/** The page hears the key first and seals what is typed; this is for a frame in it, such as a mail body, that tells it nothing. */
const AFTER_PAGE_MS = 150

/** Locks on Ctrl+L or Command+L, whichever frame of the window has the focus. */
export function watchLockKey(contents: Pick<WebContents, 'on'>, lock: () => void): void {
  contents.on('before-input-event', (_event, { type, key, control, meta, alt, shift }) => {
    const isLockKey = type === 'keyDown' && key.toLowerCase() === 'l' && (control || meta) && !alt && !shift
    if (isLockKey) setTimeout(lock, AFTER_PAGE_MS)
  })
}
