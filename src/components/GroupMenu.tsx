import { Button, type ButtonProps, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface GroupMenuProps extends ButtonProps {
  /** Groups of the exhibit list, in their order, already named. */
  groups: readonly { id: string; label: string }[]
  inGroup: (label: string) => string
  newGroup: string
  /** Null stands for a group yet to be made. */
  onChoose: (groupId: string | null) => void
  children: ReactNode
}

/** A button that makes exhibits; it asks into which group where there are any. */
export function GroupMenu({ groups, inGroup, newGroup, onChoose, children, ...button }: GroupMenuProps) {
  if (groups.length === 0)
    return (
      <Button {...button} onClick={() => onChoose(null)}>
        {children}
      </Button>
    )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button {...button} rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {children}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map(({ id, label }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)}>
            {inGroup(label)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => onChoose(null)}>{newGroup}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
