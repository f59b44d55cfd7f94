import '../register-alias.ts'

// Behind the hook, hence not a static import.
await import('../../../electron/workers/authenticity-worker.ts')
