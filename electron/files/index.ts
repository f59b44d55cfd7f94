export type { FileStore, NewFile, StoredFile } from './file-store.ts'
export { cleanFileName, joinInside } from './safe-path.ts'
