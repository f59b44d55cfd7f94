export type { FileStore, NewFile } from './file-store.ts'
export { cleanFileName } from './safe-path.ts'
