import { describe, expect, test } from 'vitest'
import { forbiddenImports, importRings } from './import-table.ts'
import { readSources } from './sources.ts'

const sources = readSources(['electron', 'src'])

test('every import is one that the table of rooms allows', () => {
  expect(sources.length).toBeGreaterThan(200)
  expect(forbiddenImports(sources)).toEqual([])
})

test('no file imports itself, by whatever way round', () => {
  expect(importRings(sources)).toEqual([])
})

describe('a planted violation is caught', () => {
  test.each([
    ['src/bridge/model/x.ts', "import { readFile } from 'node:fs'"],
    ['src/views/cases/X.tsx', "import { Reader } from '../evidence/Reader.tsx'"],
    ['src/views/cases/X.tsx', "import { open } from '../../../electron/store/open-store.ts'"],
    ['src/components/X.tsx', "import { useQuery } from '../ipc/use-query.ts'"],
    ['src/lib/x.ts', "import { useState } from 'react'"],
    ['electron/rules/law/x.ts', "import { readFile } from 'node:fs/promises'"],
    ['electron/mail/x.ts', "import type { Store } from '../store/store.ts'"],
    ['electron/store/x.ts', "import { addCase } from '../features/cases/index.ts'"],
    ['electron/features/cases/x.ts', "import { mark } from '../confirmations/index.ts'"],
    ['electron/features/confirmations/x.ts', "import { addCase } from '../cases/cases-store.ts'"],
    ['electron/features/cases/x.ts', "import type { Router } from '../../ipc/router.ts'"],
    ['electron/ipc/x.ts', "import { app } from 'electron'"],
    ['electron/features/cases/x.ts', "export type { App } from 'electron'"],
    ['electron/platform/x.ts', "const { open } = await import('../store/open-store.ts')"],
    ['electron/vault/x.ts', "import {\n  a,\n  b,\n} from '../jobs/job-runner.ts'"],
  ])('%s: %s', (path, text) => {
    expect(forbiddenImports([{ path, text }])).toHaveLength(1)
  })

  test('a ring, also through the alias', () => {
    const ring = [
      { path: 'src/bridge/a.ts', text: "import './b.ts'" },
      { path: 'src/bridge/b.ts', text: "export { a } from '@bridge/a.ts'" },
    ]
    expect(importRings(ring)).toEqual([['src/bridge/a.ts', 'src/bridge/b.ts', 'src/bridge/a.ts']])
  })
})
