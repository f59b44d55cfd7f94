import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { claimsPage } from './claims-page.ts'

writeFileSync(resolve(import.meta.dirname, '../../docs/claims.md'), claimsPage())
