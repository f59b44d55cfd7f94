import type { ByteSource } from '../byte-source.ts'
import { type MapiMessage, PR, type Properties } from '../mapi/mapi-message.ts'
import { startMapiReading, textOf } from '../mapi/property-values.ts'
import { composeMsg } from '../msg/compose-msg.ts'
import { startReading } from '../reading.ts'
import { readPropertyNames } from './named-properties.ts'
import { openNode } from './node-content.ts'
import { kindOfNode, NODE, NodeDatabase, type PstNode } from './node-database.ts'
import { propertiesOf } from './node-properties.ts'
import { openPstMessage } from './pst-message.ts'

/** One thing in a folder of a mailbox, not read yet. */
export interface PstItem {
  /** Its number in the mailbox. */
  readonly node: number
  /** The folder it lies in, from the top of the mailbox, with `/`; empty where that is damaged. */
  readonly folder: string
  /** The message as a message file, deterministic; null where it is none: a contact, an appointment, a task. @throws PstError, UnreadableError */
  compose(): Buffer | null
}

/** A mailbox of Outlook's (MS-PST), its messages in the order of their numbers. */
export interface PstMailbox {
  /** `onDamage` is called for each piece of the index that cannot be read: what it lists is lost. */
  items(onDamage: () => void): Generator<PstItem, void, undefined>
}

const DISPLAY_NAME = 0x3001
/** The root folder, which is its own parent and has no name worth showing, and the store. */
const ROOT = 0x122
const MOST_FOLDERS_DEEP = 100

/** Classes of what people send one another (MS-OXCMSG 2.2.1.3): letters, reports on them, invitations, posts. */
const CORRESPONDENCE =
  /^(?:IPM$|IPM\.Note|IPM\.Post|IPM\.Schedule|IPM\.Sharing|IPM\.Recall|IPM\.InfoPathForm|REPORT\.)/i

function lineIn(properties: Properties, id: number): string {
  const text = textOf(properties, id, startMapiReading(properties, startReading()))
  return text.replace(/[\p{Cc}\p{Cf}/\\]+/gu, ' ').trim()
}

function isCorrespondence({ properties }: MapiMessage): boolean {
  const kind = lineIn(properties, PR.messageClass)
  return kind === '' || CORRESPONDENCE.test(kind)
}

class Folders {
  readonly #database: NodeDatabase
  readonly #paths = new Map<number, string>()

  constructor(database: NodeDatabase) {
    this.#database = database
  }

  pathOf(id: number, depth = 0): string {
    const known = this.#paths.get(id)
    if (known !== undefined) return known
    const path = depth > MOST_FOLDERS_DEEP ? '' : this.#read(id, depth)
    this.#paths.set(id, path)
    return path
  }

  #read(id: number, depth: number): string {
    if (id === ROOT || kindOfNode(id) !== NODE.folder) return ''
    try {
      const node = this.#database.find(id)
      if (!node) return ''
      const above = node.parent === id ? '' : this.pathOf(node.parent, depth + 1)
      const name = lineIn(propertiesOf(openNode(this.#database, node)), DISPLAY_NAME)
      return above === '' ? name : `${above}/${name}`
    } catch {
      return ''
    }
  }
}

/** Opens a mailbox. @throws PstError DAMAGED where it is none, ENCRYPTED where its octets need a key */
export function openPst(source: ByteSource): PstMailbox {
  const database = new NodeDatabase(source)
  const names = readPropertyNames(database)
  const folders = new Folders(database)
  const compose = (node: PstNode): Buffer | null => {
    database.startItem()
    const message = openPstMessage(database, node)
    return isCorrespondence(message) ? composeMsg(message, names) : null
  }
  return {
    *items(onDamage) {
      for (const node of database.all(onDamage)) {
        if (kindOfNode(node.id) !== NODE.message) continue
        yield { node: node.id, folder: folders.pathOf(node.parent), compose: () => compose(node) }
      }
    },
  }
}
