import { mailLimits } from '../limits.ts'

/** Picture types shown inside a message, by the octets they start with: a declared type is not believed. */
const SIGNATURES: ReadonlyArray<readonly [string, RegExp]> = [
  ['image/png', /^\x89PNG\r\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF.{4}WEBP/s],
]

function imageType(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 12)
  return SIGNATURES.find(([, signature]) => signature.test(head))?.[0] ?? null
}

/** Looks up the picture an address means. */
export interface InlineImages {
  /** The picture as a `data:` address; null where there is none, it is no picture, or too much is shown already. */
  find(name: string): string | null
}

/**
 * The pictures a message brings along for its HTML. `files`: what reads each, by its content id (RFC 2392) or location
 * (RFC 2557); it is called when the picture is first asked for.
 */
export function inlineImagesOf(files: ReadonlyMap<string, () => Buffer>): InlineImages {
  let left: number = mailLimits.inlineImagesBytes
  return {
    find(name) {
      const bytes = files.get(name)?.()
      const type = bytes && imageType(bytes)
      if (!bytes || !type || bytes.length > mailLimits.inlineImageBytes || bytes.length > left) return null
      left -= bytes.length
      return `data:${type};base64,${bytes.toString('base64')}`
    },
  }
}
