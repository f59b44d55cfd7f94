import type { en } from './en/index.ts'

/** Every sentence of the window. English is the pattern the other language must fill. */
export type Messages = typeof en
