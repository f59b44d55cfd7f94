import type { z } from 'zod'
import type { ErrorCode } from './errors.ts'
import { strictly } from './strictly.ts'

/** What a cached answer depends on. A command that touches a topic drops every answer that reads it. */
export const TOPICS = [
  'vault',
  'settings',
  'cases',
  'evidence',
  'statements',
  'authenticity',
  'exhibits',
  'identities',
  'forums',
  'safekeeping',
  'jobs',
] as const
export type Topic = (typeof TOPICS)[number]

interface Common<I extends z.ZodType, O extends z.ZodType, E extends ErrorCode> {
  /** One line for `docs/channels.md`. */
  summary: string
  /** Refuses what it does not declare, at every depth. */
  input: I
  output: O
  /** Codes it may answer with beside the common ones. */
  errors: readonly E[]
  /** What happens while the vault is locked; refusing is the default. */
  whenLocked?: 'refuse' | 'allow'
}

export interface Query<I extends z.ZodType, O extends z.ZodType, E extends ErrorCode>
  extends Common<I, O, E> {
  kind: 'query'
  reads: readonly Topic[]
}

export interface Command<I extends z.ZodType, O extends z.ZodType, E extends ErrorCode>
  extends Common<I, O, E> {
  kind: 'command'
  touches: readonly Topic[]
}

export type AnyChannel = Query<z.ZodType, z.ZodType, ErrorCode> | Command<z.ZodType, z.ZodType, ErrorCode>

/** Declares a channel that changes nothing. */
export const query = <I extends z.ZodType, O extends z.ZodType, const E extends ErrorCode = never>(
  declaration: Omit<Query<I, O, E>, 'kind'>,
): Query<I, O, E> => ({ kind: 'query', ...declaration, input: strictly(declaration.input) })

/** Declares a channel that changes something. */
export const command = <I extends z.ZodType, O extends z.ZodType, const E extends ErrorCode = never>(
  declaration: Omit<Command<I, O, E>, 'kind'>,
): Command<I, O, E> => ({ kind: 'command', ...declaration, input: strictly(declaration.input) })
