import { type Base64, makeCodec } from './codec.ts'
import { guardLinks } from './link-guard.ts'
import { makePreloadElectron } from './preload-electron.ts'
import { makeWorldBridge } from './world-bridge.ts'

export const PRELOAD_WORLD = 'electron-preload'
/** The binding by which the preload's world posts to the host. */
export const POST = '__standinPost'
/** The binding by which a click in any frame asks for another window. */
export const OPEN = '__standinOpen'
/** Where the preload's world keeps its half of the stand-in; no page script can see that world. */
export const HALF = '__standin'

/** The codec's bytes in the page; Chromium does base64 natively. */
function pageBase64(): Base64 {
  const native = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> }
  return {
    encode: (bytes) => (bytes as unknown as { toBase64(): string }).toBase64(),
    decode: (text) => native.fromBase64(text),
  }
}

/** For the page's own world: waits for what the preload exposes. */
export const mainWorldScript = `if (window.top === window) (${makeWorldBridge})('main', 'preload')`

/** For the isolated world of every frame. */
export const linkGuardScript = `(${guardLinks})((url) => globalThis.${OPEN}(url));`

/** For the isolated world: the preload itself, with the `electron`, `process` and `require` it expects. */
export function preloadScript(preload: string, process: object): string {
  return `if (window.top === window) (() => {
    const bridge = (${makeWorldBridge})('preload', 'main')
    const codec = (${makeCodec})((${pageBase64})())
    const half = (${makePreloadElectron})(codec, bridge, (text) => globalThis.${POST}(text))
    globalThis.${HALF} = half
    const process = Object.freeze(${JSON.stringify(process)})
    const require = (name) => {
      if (name === 'electron' || name === 'electron/renderer') return half.module
      throw new Error('module not found: ' + name)
    }
    const module = { exports: {} };
    (function (require, module, exports, process, global) {${preload}
    })(require, module, module.exports, process, globalThis)
  })()`
}
