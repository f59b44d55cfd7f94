import '../../../src/jitless.ts'
import { createFakeBridge, type FakeBridge } from './create-fake-bridge.ts'
import type { Scene } from './scenes.ts'

declare global {
  interface Window {
    /** Put there before this script runs. */
    fakeScene: Scene
    /** The same object as `window.bridge`, with its insides, for tests. */
    fakeBridge: FakeBridge
  }
}

const fakeBridge = createFakeBridge(window.fakeScene)
Object.assign(window, { fakeBridge, bridge: fakeBridge })
