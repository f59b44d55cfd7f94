import { ActionIcon, Popover } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './FilterMenu.module.css'

/** What may be typed into the search, in one small table. */
export function SearchHelp() {
  const words = useWords().evidence.searchHelp
  return (
    <Popover width={320} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={28} aria-label={words.title}>
          <IconHelp size={16} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <dl className={classes.help}>
          {words.lines.map(([typed, meaning]) => (
            <div key={typed} style={{ display: 'contents' }}>
              <dt>{typed}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.hint}>{words.note}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
