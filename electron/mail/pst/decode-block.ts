const table = (pieces: readonly string[]): Buffer => Buffer.from(pieces.join(''), 'base64')

/** The substitutions of MS-PST 5.1; the second undoes itself, and the third, which undoes the first, follows from it. */
const FIRST = table([
  'QTYTYqghbrv0FswEf2ToXR7yyyp0xV410pVHnpYtmohMfYQ/26wxtkhf9sTYOYvnIzs4jsjB3yWxIKVGYE6c+6',
  'rTVlFFfFUAB8krnYWbCaCPrbMPY6uJS9enFVpxZkK/JkprmPrqd1OycAUs/Vk6hn7OBuuCeFfHjUOvtBzUW83i',
  '6SdPwwhygM+w7/Uobb4wTTSS1Q48IjLl5PmfwtEKgRLh7pGDduOX5mGKF3mkt9yQelyMAqbKad5QGhGTuVKHWP',
  'ztHTdJG2rgKTOZvWzZlPNAVG/wxnO41j5lGEQf3WcQ8QwZ7K4DoRR7qQv/+KPAogH3LrwkaHUN/rovtdDaPQ==',
])
const MIDDLE = table([
  'FFMPVrPIepzrZUgXFhWfAsxUfIMADQwLomKodtvZ7cfFpNyshXTW0KebrpqWcWbDY5m43XOSjoR9pV7RXZOxV1',
  'FQgIlSlE9OCmu8jX9uR0ZBQEQBEcsDP/f04amPPDr5+/AZMIIJLsmdoIZJ7m9NbcQtgTQlhxuIqvwGoRI4/UxC',
  'cmQTNyRqdXdD/+a0SzZc5Ng1PUW5LOy3MSspB2ijDml7GJ4hOb4oGlt49SPKKrCvPv4EjOflmDKV0/ZK6Kbq6f',
  'PVL3Ag8h8FZ61VEM7N4yc72rrXwibUkR3SHCIz+PrxWu/PkLaLtb3AvwiXHmziYeDGwVmru1jeX99geX6yig==',
])
const LAST = Buffer.alloc(256)
for (const [from, to] of FIRST.entries()) LAST[to] = from

/** How the blocks of a mailbox are made unreadable to a text search (MS-PST 2.2.2.6); none of it needs a password. */
export const CRYPT = { none: 0, permute: 1, cyclic: 2 } as const

/** Undoes the permutation of MS-PST 5.1, in place. */
function undoPermutation(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = LAST[bytes[at] ?? 0] ?? 0
}

/** Undoes the cyclic substitution of MS-PST 5.2, in place; the key is the lower half of the block's id. */
function undoCycle(bytes: Buffer, key: number): void {
  let word = (key ^ (key >>> 16)) & 0xffff
  for (let at = 0; at < bytes.length; at += 1) {
    const [low, high] = [word & 0xff, word >>> 8]
    const first = FIRST[((bytes[at] ?? 0) + low) & 0xff] ?? 0
    const middle = MIDDLE[(first + high) & 0xff] ?? 0
    bytes[at] = (LAST[(middle - high) & 0xff] ?? 0) - low
    word = (word + 1) & 0xffff
  }
}

/** A block as it was before the mailbox encoded it; `bytes` are changed. */
export function decodeBlock(bytes: Buffer, method: number, blockId: number): Buffer {
  if (method === CRYPT.permute) undoPermutation(bytes)
  if (method === CRYPT.cyclic) undoCycle(bytes, blockId % 2 ** 32)
  return bytes
}
