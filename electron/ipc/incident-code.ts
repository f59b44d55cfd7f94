import { errorCode } from '../platform/fault.ts'

/**
 * Where something unexpected happened and what kind of error it was, for the log: `CASES.LIST SQLITE_IOERR_READ`. Made of
 * names of channels, classes and error codes; never of a message, which may hold text of a case.
 */
export function incidentCode(where: string, cause: unknown): Uppercase<string> {
  const kind = errorCode(cause) ?? (cause instanceof Error ? cause.constructor.name : typeof cause)
  const code = `${where} ${kind}`
    .toUpperCase()
    .replace(/[^A-Z0-9_. ]/gu, '')
    .slice(0, 100)
  return isUpper(code) ? code : 'UNEXPECTED'
}

const isUpper = (text: string): text is Uppercase<string> => text === text.toUpperCase()
