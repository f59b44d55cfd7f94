import type { FileStore } from '../../files/index.ts'
import type { AuthenticityTester } from '../../workers/authenticity-tester.ts'
import type { MailReader } from '../../workers/mail-reader.ts'
import type { ServiceParts } from '../cases/index.ts'

/** What messages are tested with. */
export interface AuthenticityParts extends ServiceParts {
  files: FileStore
  reader: MailReader
  tester: AuthenticityTester
}
