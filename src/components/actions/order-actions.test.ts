import { expect, it } from 'vitest'
import { orderActions } from './order-actions.ts'

const action = (id: string, group: string) => ({ id, group, label: id, run: () => undefined })

it('lists each action once, and what works everywhere last', () => {
  const actions = [
    action('lock', 'app'),
    action('next', 'list'),
    action('next', 'list'),
    action('mark', 'message'),
  ]
  expect(orderActions(actions, 'app').map(({ id }) => id)).toEqual(['next', 'mark', 'lock'])
})
