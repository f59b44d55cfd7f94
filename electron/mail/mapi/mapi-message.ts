/** One value of a property, in the octets of MAPI: little-endian, texts in the charset their type says. */
export interface PropertyValue {
  /** MS-OXCDATA 2.11.1. */
  readonly type: number
  read(): Buffer
}

/** Properties by their number, the upper half of the tag (MS-OXPROPS). Named ones (from 0x8000) are left out. */
export type Properties = ReadonlyMap<number, PropertyValue>

/** Something a message carries. */
export interface MapiAttachment {
  readonly properties: Properties
  /** The message it is; null for every other thing. */
  readonly nested: MapiMessage | null
  /** What its octets are where no property says so. */
  readonly defaultType: string
  /** A file of its own: the octets attached, or those of the message or object as a file that opens again. */
  read(): Buffer
}

/** A message as Outlook holds it, whatever kind of file it came in. */
export interface MapiMessage {
  readonly properties: Properties
  readonly recipients: readonly Properties[]
  readonly attachments: readonly MapiAttachment[]
}

/** Counts the parts of one message, nested ones included, while it is opened. */
export interface MapiWalk {
  parts: number
}

/** Types of properties that are read (MS-OXCDATA 2.11.1). */
export const TYPE = {
  integer: 0x03,
  boolean: 0x0b,
  object: 0x0d,
  string8: 0x1e,
  unicode: 0x1f,
  time: 0x40,
  binary: 0x102,
} as const

/** Numbers of the properties that are read (MS-OXPROPS; the names are those of its index, without `PidTag`). */
export const PR = {
  messageClass: 0x001a,
  subject: 0x0037,
  clientSubmitTime: 0x0039,
  representingName: 0x0042,
  representingType: 0x0064,
  representingAddress: 0x0065,
  transportHeaders: 0x007d,
  senderName: 0x0c1a,
  senderType: 0x0c1e,
  senderAddress: 0x0c1f,
  recipientType: 0x0c15,
  deliveryTime: 0x0e06,
  messageFlags: 0x0e07,
  body: 0x1000,
  rtfCompressed: 0x1009,
  html: 0x1013,
  internetMessageId: 0x1035,
  internetReferences: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  addressType: 0x3002,
  address: 0x3003,
  attachData: 0x3701,
  attachFileName: 0x3704,
  attachMethod: 0x3705,
  attachLongFileName: 0x3707,
  attachMimeTag: 0x370e,
  attachContentId: 0x3712,
  attachContentLocation: 0x3713,
  smtpAddress: 0x39fe,
  internetCodePage: 0x3fde,
  localeId: 0x3ff1,
  messageCodePage: 0x3ffd,
  senderSmtpAddress: 0x5d01,
  representingSmtpAddress: 0x5d02,
} as const
