import { describe, expect, it } from 'vitest'
import { dropTopics, makeQueryClient, topicsOf } from './query-client.ts'

describe('dropTopics', () => {
  it('drops the answers that read a touched topic and keeps the others', async () => {
    const client = makeQueryClient()
    client.setQueryData(['cases.get', { caseId: 'a' }], {})
    client.setQueryData(['settings.get', {}], {})
    await dropTopics(client, ['cases'])
    expect(client.getQueryState(['cases.get', { caseId: 'a' }])?.isInvalidated).toBe(true)
    expect(client.getQueryState(['settings.get', {}])?.isInvalidated).toBe(false)
  })

  it('knows nothing of keys that are no channels, or commands', () => {
    expect(topicsOf(['toString'])).toEqual([])
    expect(topicsOf(['cases.add'])).toEqual([])
  })
})
