import type { CdpSession } from '../chromium/connection.ts'
import { fromWeb, originOf } from './schemes.ts'

let lastRoutingId = 0

/** What the application sees of a frame; `event.senderFrame` is one. */
export class WebFrame {
  /** Chromium's own name for the frame. */
  readonly frameToken: string
  /** A number for it, unique in this run. */
  readonly routingId = ++lastRoutingId
  readonly parent: WebFrame | null
  url = ''
  name = ''

  constructor(frameToken: string, parent: WebFrame | null) {
    this.frameToken = frameToken
    this.parent = parent
  }

  get top(): WebFrame {
    return this.parent?.top ?? this
  }

  get origin(): string {
    return originOf(this.url)
  }
}

/** The frames of one page, kept as Chromium reports them. */
export class Frames {
  readonly main: WebFrame
  readonly #frames = new Map<string, WebFrame>()

  constructor(mainFrameId: string) {
    this.main = new WebFrame(mainFrameId, null)
    this.#frames.set(mainFrameId, this.main)
  }

  follow(page: CdpSession, onNavigated: (frame: WebFrame) => void): void {
    page.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, new WebFrame(frameId, this.#frames.get(parentFrameId) ?? this.main))
    })
    page.on('Page.frameDetached', ({ frameId }) => void this.#frames.delete(frameId))
    page.on('Page.frameNavigated', ({ frame: { id, url, name, urlFragment } }) => {
      const frame = this.#frames.get(id)
      if (!frame) return
      frame.url = fromWeb(url + (urlFragment ?? ''))
      frame.name = name ?? ''
      onNavigated(frame)
    })
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId)
      if (frame) frame.url = fromWeb(url)
    })
  }

  get(frameId: string): WebFrame | undefined {
    return this.#frames.get(frameId)
  }
}
