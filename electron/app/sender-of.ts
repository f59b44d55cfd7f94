import type { WebContents, WebFrameMain } from 'electron'
import type { Sender } from '../ipc/sender-check.ts'

const NOBODY: Sender = { url: null, isTopFrame: false }

/**
 * What the router may know of the frame that calls. The top frame is that of our own window, by process and frame: another
 * window's frame may have the same routing number. A frame that is gone meanwhile is nobody.
 */
export function senderOf(frame: WebFrameMain | null, window: WebContents | undefined): Sender {
  if (!frame || !window || window.isDestroyed()) return NOBODY
  try {
    const { mainFrame } = window
    const isTopFrame =
      frame.parent === null &&
      frame.routingId === mainFrame.routingId &&
      frame.processId === mainFrame.processId
    return { url: frame.url, isTopFrame }
  } catch {
    return NOBODY // Electron throws for whatever is asked of a disposed frame
  }
}
