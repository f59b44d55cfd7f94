/** The `Content-ID` a `cid:` address means: the address percent-encodes what the field holds plainly (RFC 2392). */
export function contentIdOf(address: string): string {
  const id = address.trim().replace(/^cid:/i, '').trim()
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
