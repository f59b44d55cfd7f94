import type { Page } from '@playwright/test'
import { fakeId, type Scene } from '../support/fake-bridge/scenes.ts'

/** Where the first case of the fake bridge is. */
export const CASE = `/cases/${fakeId('case', 1)}`

/** One state of the window to take a picture of. */
export interface Shot {
  name: string
  scene?: Partial<Scene>
  place?: string
  /** Steps before the picture. */
  act?: (page: Page) => Promise<void>
}
