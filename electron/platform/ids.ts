import { randomUUID } from 'node:crypto'

/** Where identifiers come from; injected, so that tests own them. */
export interface Ids {
  /** A new identifier: a UUID (RFC 9562 version 4), lower case. */
  next(): string
}

export const randomIds: Ids = { next: () => randomUUID() }
