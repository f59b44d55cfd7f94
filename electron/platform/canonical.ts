import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785) as bytes. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return Buffer.from(text)
}
