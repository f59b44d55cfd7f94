import { argon2id } from 'hash-wasm'
import type { Kdf } from '../../electron/vault/argon2.ts'

/** Real Argon2id at a cost that only a test may ask for: 64 KiB, one pass, in this thread. */
export const cheapKdf: Kdf = {
  cost: { m: 64, t: 1, p: 1 },
  limits: { m: [64, 128], t: [1, 2], p: [1, 1] },
  argon2id: (secret, salt, { m, t, p }) =>
    argon2id({
      password: secret,
      salt,
      memorySize: m,
      iterations: t,
      parallelism: p,
      hashLength: 32,
      outputType: 'binary',
    }),
}
