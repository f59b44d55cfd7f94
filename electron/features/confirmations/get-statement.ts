import { refusal } from '@bridge/refusal.ts'
import type { Reader } from '../../store/store.ts'
import { findStatement, type StoredStatement } from './statements-store.ts'

/** @throws Refusal NOT_FOUND */
export function getStatement(reader: Reader, statementId: string): StoredStatement {
  const found = findStatement(reader, statementId)
  if (!found) throw refusal('NOT_FOUND')
  return found
}
