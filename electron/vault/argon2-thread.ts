import { parentPort, workerData } from 'node:worker_threads'
import { argon2id } from 'hash-wasm'
import type { Argon2Task } from './argon2.ts'

const { secret, salt, m, t, p }: Argon2Task = workerData
const key = await argon2id({
  password: secret,
  salt,
  memorySize: m,
  iterations: t,
  parallelism: p,
  hashLength: 32,
  outputType: 'binary',
})
secret.fill(0)
parentPort?.postMessage(key)
