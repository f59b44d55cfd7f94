import { config } from 'zod'

// Must run before any schema is made: zod's fast path builds code from text, which the content security policy forbids.
config({ jitless: true })
