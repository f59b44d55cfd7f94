import { expect, it } from 'vitest'
import { makeQueryClient } from './query-client.ts'
import { rememberVaultState } from './vault.ts'

it('forgets everything read from the vault when it closes, and only that', () => {
  const client = makeQueryClient()
  client.setQueryData(['cases.list', {}], { cases: ['secret'] })
  client.setQueryData(['settings.get', {}], { locale: 'en' })
  rememberVaultState(client, 'locked')
  expect(client.getQueryData(['cases.list', {}])).toBeUndefined()
  expect(client.getQueryData(['settings.get', {}])).toBeDefined()
  expect(client.getQueryData(['vault.status', {}])).toEqual({ state: 'locked' })
})
