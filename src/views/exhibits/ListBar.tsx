import type { ExhibitSet } from '@bridge/model/exhibit.ts'
import { Button, Menu } from '@mantine/core'
import {
  IconChevronDown,
  IconFileExport,
  IconFolder,
  IconFolderPlus,
  IconHistory,
  IconPlus,
  IconSortAscending,
  IconZip,
} from '@tabler/icons-react'
import { useState } from 'react'
import { formatCount } from '../../lib/format-number.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import { FormerExports } from './FormerExports.tsx'
import classes from './ListBar.module.css'
import { ListSettings } from './ListSettings.tsx'
import { countExhibits } from './list-rows.ts'
import type { ExportState } from './use-export.ts'
import type { ListEdits } from './use-list-edits.ts'

interface ListBarProps {
  set: ExhibitSet
  edits: ListEdits
  exporting: ExportState
  /** How many exhibits are to look at. */
  markCount: number
  onAdd: () => void
  onAddGroup: () => void
  onSort: () => void
}

/** What the list holds, what can be done with all of it, and how it is set. */
export function ListBar({ set, edits, exporting, markCount, onAdd, onAddGroup, onSort }: ListBarProps) {
  const words = useWords().exhibits
  return (
    <div className={classes.bar}>
      <div className={classes.row}>
        <Tally set={set} markCount={markCount} />
        <div className={classes.tools}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconSortAscending size={16} aria-hidden="true" />}
            disabled={countExhibits(set) < 2}
            onClick={onSort}
          >
            {words.sortByDate}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconFolderPlus size={16} aria-hidden="true" />}
            aria-keyshortcuts="G"
            onClick={onAddGroup}
          >
            {words.addGroup}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            aria-keyshortcuts="A"
            onClick={onAdd}
          >
            {words.add}
          </Button>
          <ExportButton exporting={exporting} isEmpty={countExhibits(set) === 0} />
        </div>
      </div>
      <div className={classes.row}>
        <ListSettings settings={set.settings} onChange={edits.changeSettings} />
        <Former exporting={exporting} />
      </div>
    </div>
  )
}

function Tally({ set, markCount }: { set: ExhibitSet; markCount: number }) {
  const locale = useLocale()
  const words = useWords().exhibits
  const count = countExhibits(set)
  const groups = set.groups.length
  return (
    <p className={classes.tally}>
      {groups > 0 && (
        <strong>
          {words.count(formatCount(count, locale), count === 1, formatCount(groups, locale), groups === 1)}
        </strong>
      )}
      {count > 0 && (
        <span className={markCount > 0 ? classes.look : classes.calm}>
          {markCount > 0 ? words.toLookAt(formatCount(markCount, locale)) : words.nothingToLookAt}
        </span>
      )}
    </p>
  )
}

function ExportButton({ exporting, isEmpty }: { exporting: ExportState; isEmpty: boolean }) {
  const words = useWords().exhibits.export
  const reason = isEmpty ? words.whileEmpty : exporting.running ? words.whileRunning : undefined
  const forms = [
    { form: 'folder', label: words.folder, Sign: IconFolder },
    { form: 'zip', label: words.zip, Sign: IconZip },
  ] as const
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant={isEmpty ? 'default' : 'filled'}
          leftSection={<IconFileExport size={16} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {words.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {reason && <p className={classes.reason}>{reason}</p>}
        {forms.map(({ form, label, Sign }) => (
          <Menu.Item
            key={form}
            leftSection={<Sign size={16} aria-hidden="true" />}
            disabled={reason !== undefined}
            onClick={() => exporting.start(form)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Former({ exporting }: { exporting: ExportState }) {
  const locale = useLocale()
  const words = useWords().exhibits.export
  const [isOpen, setOpen] = useState(false)
  if (exporting.former.length === 0) return null
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconHistory size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {words.former(formatCount(exporting.former.length, locale))}
      </Button>
      {isOpen && (
        <FormerExports
          records={exporting.former}
          onReveal={exporting.reveal}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
