import type { Messages } from '../messages.ts'
import { app } from './app.ts'
import { authenticity } from './authenticity.ts'
import { cases } from './cases.ts'
import { chat } from './chat.ts'
import { confirm } from './confirm.ts'
import { errors } from './errors.ts'
import { evidence } from './evidence.ts'
import { exhibits } from './exhibits.ts'
import { finding } from './finding.ts'
import { forums } from './forums.ts'
import { identities } from './identities.ts'
import { reading } from './reading.ts'
import { safekeeping } from './safekeeping.ts'
import { terms } from './terms.ts'
import { unlock } from './unlock.ts'

export const zhCN: Messages = {
  app,
  errors,
  terms,
  unlock,
  authenticity,
  cases,
  chat,
  evidence,
  confirm,
  exhibits,
  finding,
  forums,
  identities,
  reading,
  safekeeping,
}
