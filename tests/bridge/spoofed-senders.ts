import type { WebContents, WebFrameMain } from 'electron'

interface Frame {
  url: unknown
  parent: object | null
  routingId: number
  processId: number
}

/** The frame of the app's own page, and the window it is in, as Electron describes them. */
export const OWN_FRAME: Frame = { url: 'app://desk/index.html', parent: null, routingId: 1, processId: 7 }
export const OWN_WINDOW = { mainFrame: OWN_FRAME, isDestroyed: () => false } as unknown as WebContents

const MAIL_BODY = 'app://desk/content/messages/00000000-0000-4000-8000-00000000000a/body'
const disposed = new Proxy(
  {},
  {
    get() {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed')
    },
  },
)
const at = (url: unknown): Frame => ({ ...OWN_FRAME, url })

/** Callers that are not the app's own page, each as Electron's event names them: the frame, and the window at that moment. */
export const SPOOFED: Readonly<Record<string, { frame: unknown; window?: WebContents | undefined }>> = {
  'no frame at all': { frame: null },
  'a frame of our page': { frame: { ...OWN_FRAME, parent: OWN_FRAME } },
  'a mail body in its frame': { frame: { ...at(MAIL_BODY), parent: OWN_FRAME, routingId: 2 } },
  'a mail body in the whole window': { frame: at(MAIL_BODY) },
  'another host of our scheme': { frame: at('app://evil/index.html') },
  'our host as the start of another': { frame: at('app://desk.evil/index.html') },
  'our host as a user name': { frame: at('app://desk@evil/index.html') },
  'a user name before our host': { frame: at('app://user:word@desk/index.html') },
  'http with our host': { frame: at('http://desk/index.html') },
  'a file': { frame: at('file:///app://desk/index.html') },
  'a data address': { frame: at('data:text/html,app://desk/index.html') },
  'a blob of our origin': { frame: at('blob:app://desk/0') },
  'a blank page': { frame: at('about:blank') },
  javascript: { frame: at('javascript:app://desk/index.html') },
  'the developer tools': { frame: at('devtools://devtools/bundled/inspector.html') },
  "another window's frame": { frame: { ...OWN_FRAME, routingId: 9, processId: 9 } },
  'the same number in another process': { frame: { ...OWN_FRAME, processId: 8 } },
  'another number in the same process': { frame: { ...OWN_FRAME, routingId: 2 } },
  'a frame that is gone': { frame: disposed },
  'a window that is gone': {
    frame: OWN_FRAME,
    window: { ...OWN_WINDOW, isDestroyed: () => true } as unknown as WebContents,
  },
  'a window that was never there': { frame: OWN_FRAME, window: undefined },
  'our host in capitals': { frame: at('app://DESK/index.html') },
  'our host with a dot': { frame: at('app://desk./index.html') },
  'our host with a port': { frame: at('app://desk:80/index.html') },
  'our host with a line break': { frame: at('app://de\nsk/index.html') },
  'our host before a backslash': { frame: at('app://desk\\@evil/index.html') },
  'an empty address': { frame: at('') },
  'an address that is no text': { frame: at({ toString: () => 'app://desk/index.html' }) },
}

export type SpoofedFrame = WebFrameMain | null
