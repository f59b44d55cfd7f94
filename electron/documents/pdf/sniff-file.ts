/** What can be printed as it is; everything else gets a sheet in its place. */
export type PrintableKind = 'pdf' | 'png' | 'jpeg'

/** What a file is by its first bytes, whatever its name or declared type says; null where it cannot be printed. */
export function sniffFile(bytes: Uint8Array): PrintableKind | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  // readers accept a header anywhere in the first kilobyte (ISO 32000-1, implementation note 13)
  return start.includes('%PDF-') ? 'pdf' : null
}
