/** Where the reader stops, so that no message can cost more than it is worth. */
export const mailLimits = {
  /** Bytes of one message; larger ones are kept but not read. */
  messageBytes: 150 * 1024 ** 2,
  /** Bytes of one message beyond which it is not even kept: they must fit into memory at once. */
  keptBytes: 1024 ** 3,
  /** Leaves and containers of one message, nested messages included. */
  parts: 1_000,
  /** Multiparts within multiparts. */
  multipartDepth: 32,
  /** Messages within messages. */
  messageDepth: 8,
  /** Fields of one header block. */
  headerFields: 2_000,
  /** Bytes of one header block. */
  headerBytes: 1024 ** 2,
  /** Characters of an HTML body that are still shown as HTML; beyond it the text is shown. */
  htmlChars: 5 * 1024 ** 2,
  /** Elements of an HTML body that are still shown as HTML. */
  htmlNodes: 50_000,
  /** Characters of style attributes in an HTML body that is still shown as HTML. */
  styleChars: 512 * 1024,
  /** Bytes of one picture shown inside the HTML, and of all of them together. */
  inlineImageBytes: 10 * 1024 ** 2,
  inlineImagesBytes: 30 * 1024 ** 2,
  /** Files of one archive, those of archives in it included, and archives within archives. */
  archiveFiles: 10_000,
  archiveDepth: 3,
  /** Bytes one archive may swell to in all; how many times its size that may be; how many times its own size one file in it. */
  archiveBytes: 4 * 1024 ** 3,
  archiveRatio: 100,
  archiveFileRatio: 200,
  /** Below this many bytes nothing is said to swell. */
  archiveFreeBytes: 10 * 1024 ** 2,
  /** Time for one message, milliseconds. */
  readMs: 10_000,
  /** What the process that reads may take in all, MiB, and on top of it for each byte of the messages it has in hand. */
  memoryMib: 512,
  memoryPerByte: 6,
} as const
