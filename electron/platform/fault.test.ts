import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { diskFault, Fault } from './fault.ts'

const failed = (code: string, errno?: number) => Object.assign(new Error('words'), { code, errno })

test.each([
  [failed('ENOSPC'), 'DISK_FULL'],
  [failed('EFBIG'), 'DISK_FULL'],
  [failed('EIO'), 'DISK_FAILING'],
  // As libuv gives a used-up quota: no name, only the number.
  [failed('Unknown system error -122', -constants.errno.EDQUOT), 'DISK_FULL'],
  [failed('ENOENT', -constants.errno.ENOENT), 'ENOENT'],
  [new Fault('STORE_BUSY'), 'STORE_BUSY'],
])('%s is told as %s', (error, code) => {
  expect(diskFault(error)).toMatchObject({ code })
})
