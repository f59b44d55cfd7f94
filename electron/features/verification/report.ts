/** Something that is not as it should be, and what exactly: for a person to read, never for the log. */
export interface Problem<Code extends string = string> {
  code: Code
  /** The file, the original's SHA-256, the entry of the chain, the exhibit: whatever the code is about. */
  name: string
  /** What a person knows it by, such as the file that an original came in as. */
  knownAs?: string
}

/** What was looked at, counted, and every problem found. No problem means: whole. */
export interface VerificationReport<Counted extends string = string, Code extends string = string> {
  counts: Readonly<Record<Counted, number>>
  problems: readonly Problem<Code>[]
}
