import { createHash } from 'node:crypto'

/**
 * The EDRM message identification hash (EDRM Cross Platform Email Duplicate Identification Specification 1.0, January 2023): MD5, in
 * small hex, of the Message-ID with its angle brackets, in UTF-8, nothing else changed. `messageId` is the first one of the
 * header, without brackets and without the blanks around it, as the reader keeps it. The hash names a message across programs; it
 * proves nothing, and anybody can write a Message-ID twice.
 */
export const messageHashOf = (messageId: string): string =>
  createHash('md5').update(`<${messageId}>`).digest('hex')
