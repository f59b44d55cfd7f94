import '../../support/register-alias.ts'

// Behind the hook, hence not a static import.
const { openWorkerPort } = await import('../../../electron/workers/worker-port.ts')

/** A worker that says what it was given: its environment, its arguments and what it holds open. */
const port = openWorkerPort()
port.onMessage(() => port.post({ env: process.env, argv: process.argv.slice(2), execArgv: process.execArgv }))
