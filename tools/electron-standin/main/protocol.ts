import { app } from './app.ts'
import { registerScheme, type SchemeHandler } from './schemes.ts'

/** The schemes a session answers itself. */
export class Protocol {
  readonly #handlers = new Map<string, SchemeHandler>()

  registerSchemesAsPrivileged(schemes: { scheme: string }[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme } of schemes) registerScheme(scheme)
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }

  /** For a page's request gate. */
  handlerFor(url: string): SchemeHandler | undefined {
    return this.#handlers.get(/^([^:]*):/.exec(url)?.[1] ?? '')
  }
}
