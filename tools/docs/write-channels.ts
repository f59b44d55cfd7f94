import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { channelsPage } from './channels-page.ts'

writeFileSync(resolve(import.meta.dirname, '../../docs/channels.md'), channelsPage())
