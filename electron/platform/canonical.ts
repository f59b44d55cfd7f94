import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785) as bytes. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return Buffer.from(text)
}

/**
 * What canonical JSON says, as `parse` reads it; undefined where that throws, and for any bytes but those that this program
 * writes for the same value: two files that say the same are the same file.
 */
export function parseCanonical<T>(bytes: Uint8Array, parse: (value: unknown) => T): T | undefined {
  try {
    const parsed = parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return canonicalBytes(parsed).equals(bytes) ? parsed : undefined
  } catch {
    return undefined
  }
}
