// The one list of tables: what drizzle-kit reads and what the store is opened with.
export * from './cases.ts'
export * from './chat.ts'
export * from './confirmations.ts'
export * from './evidence.ts'
export * from './exhibits.ts'
export * from './safekeeping.ts'
export * from './system.ts'
