import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react'
import { Keys } from '../../components/Keys.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import classes from './ExhibitTable.module.css'
import { useList } from './ListContext.ts'
import type { ListRow } from './list-rows.ts'
import { PackItem } from './PackItem.tsx'
import { cellName, isTabStop } from './use-grid.ts'

/** Everything a row can be asked without dragging it. */
export function RowMenu({ row, label }: { row: ListRow; label: string }) {
  const words = useWords().exhibits.row
  const { grid, shape, step, canStep, remove } = useList()
  const place = { rowId: row.id, column: 'menu' } as const
  const isFull = row.kind === 'group' && row.group.exhibits.length > 0
  return (
    <td className={classes.margin} onFocus={() => grid.onFocus(place)}>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <ActionIcon
            size="sm"
            data-cell={cellName(place)}
            tabIndex={isTabStop(shape, grid, row.id, 'menu') ? 0 : -1}
            aria-label={label}
            className={classes.tool}
          >
            <IconDots size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArrowUp size={14} aria-hidden="true" />}
            rightSection={<Keys keys="alt+arrowup" />}
            disabled={!canStep(row, -1)}
            onClick={() => step(row, -1)}
          >
            {words.up}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={14} aria-hidden="true" />}
            rightSection={<Keys keys="alt+arrowdown" />}
            disabled={!canStep(row, 1)}
            onClick={() => step(row, 1)}
          >
            {words.down}
          </Menu.Item>
          {row.kind === 'exhibit' && <PackItem exhibitId={row.id} />}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash size={14} aria-hidden="true" />}
            rightSection={<Keys keys="delete" />}
            disabled={isFull}
            onClick={() => remove(row)}
          >
            {row.kind === 'exhibit' ? words.remove : words.removeGroup}
            {isFull && <span className={classes.hint}>{words.removeGroupHint}</span>}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </td>
  )
}
