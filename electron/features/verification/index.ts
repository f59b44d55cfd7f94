export { type BundleReport, verifyBundle } from './verify-bundle.ts'
export { type StoreReport, verifyStore } from './verify-store.ts'
