export type { FileStore } from './file-store.ts'
export { cleanFileName } from './safe-path.ts'
