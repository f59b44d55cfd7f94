import { useState } from 'react'
import { useWords } from '../../messages/WordsProvider.tsx'
import { Dialog } from '../Dialog.tsx'
import { Keys } from '../Keys.tsx'
import { type Action, useListActions } from './ActionsProvider.tsx'
import { orderActions } from './order-actions.ts'
import classes from './ShortcutHelp.module.css'

/** All shortcuts that work at this place, by group. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const words = useWords().app
  const listActions = useListActions()
  const [groups] = useState(() => grouped(orderActions(listActions(), words.groups.app)))
  return (
    <Dialog onClose={onClose} title={words.shortcuts.title} size={640}>
      <div className={classes.groups}>
        {[...groups].map(([group, actions]) => (
          <section key={group}>
            <h3 className={classes.heading}>{group}</h3>
            <dl className={classes.list}>
              {actions.map(({ id, label, keys }) => (
                <div key={id} className={classes.line}>
                  <dt>{label}</dt>
                  <dd>{keys && <Keys keys={keys} />}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

const grouped = (actions: readonly Action[]): Map<string, Action[]> => {
  const groups = new Map<string, Action[]>()
  for (const action of actions)
    if (action.keys) groups.set(action.group, [...(groups.get(action.group) ?? []), action])
  return groups
}
