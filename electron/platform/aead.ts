import { createCipheriv, createDecipheriv } from 'node:crypto'

// AES-256-GCM and nothing else: Electron's BoringSSL has neither ChaCha20-Poly1305 nor AES key wrap.

export const KEY_BYTES = 32
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/** Ciphertext and, behind it, the tag that also covers `context`. A nonce is used once under a key. */
export function sealBytes(
  key: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
  context: Uint8Array,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plaintext, or undefined where key, nonce, context or a single bit is not what it was sealed with. */
export function openBytes(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  context: Uint8Array,
): Buffer | undefined {
  if (sealed.length < TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(context).setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    decipher.final()
    return plain
  } catch {
    plain.fill(0)
    return undefined
  }
}
