import type { Browser } from '../chromium/browser.ts'

/** What `boot.ts` learned from the command line and the application's package.json. */
export interface Launch {
  appDir: string
  name: string
  version: string
  headed: boolean
  locale: string
}

const started = Promise.withResolvers<Browser>()

/** The one run this process is: what it was started with, and its browser once there is one. */
export const runtime = {
  launch: {
    appDir: '.',
    name: 'electron',
    version: '0',
    headed: false,
    locale: 'en-US',
  } satisfies Launch as Launch,
  browser: started.promise,
  setBrowser: started.resolve,
}
