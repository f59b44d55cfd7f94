import { errorCode } from '../platform/fault.ts'

/** As Node, SQLite and we name errors; whatever else stands in a `code` may be text of a case. */
const CODE = /^[A-Z][A-Z0-9_]*$/u

/**
 * Where something unexpected happened and what kind of error it was, for the log: `CASES.LIST SQLITE_IOERR_READ`. Made of
 * names of channels, classes and error codes; never of a message, which may hold text of a case.
 */
export function incidentCode(where: string, cause: unknown): Uppercase<string> {
  const named = errorCode(cause) ?? ''
  const kind = cause instanceof Error ? cause.constructor.name : typeof cause
  const code = `${where} ${CODE.test(named) ? named : kind}`
    .toUpperCase()
    .replace(/[^A-Z0-9_. ]/gu, '')
    .slice(0, 100)
  return isUpper(code) ? code : 'UNEXPECTED'
}

const isUpper = (text: string): text is Uppercase<string> => text === text.toUpperCase()
