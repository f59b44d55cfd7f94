export type { Problem, VerificationReport } from './report.ts'
export { type BundleProblem, type BundleReport, verifyBundle } from './verify-bundle.ts'
export { type StoreProblem, type StoreReport, verifyStore } from './verify-store.ts'
