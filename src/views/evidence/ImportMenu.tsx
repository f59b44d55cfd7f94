import { Button, Menu } from '@mantine/core'
import { IconFileImport, IconFiles, IconFolder, IconMessages, IconReceipt } from '@tabler/icons-react'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { useWords } from '../../messages/WordsProvider.tsx'
import type { Imports } from './use-import.ts'

/** Import by choosing, and the receipts of earlier imports. */
export function ImportMenu({ imports }: { imports: Imports }) {
  const words = useWords()
  const { import: label } = words.evidence
  const group = words.app.groups.case
  const busy = imports.running !== undefined
  const files = (): void => void imports.choose('files')
  const folder = (): void => void imports.choose('folder')
  const chat = (): void => void imports.chooseChat()
  const receipts = (): void => imports.setListing(true)
  useActions([
    ...(busy
      ? []
      : [
          { id: 'import-files', label: label.files, group, keys: 'i', run: files },
          { id: 'import-folder', label: label.folder, group, keys: 'shift+i', run: folder },
          { id: 'add-chat', label: words.chat.add.action, group, run: chat },
        ]),
    { id: 'receipts', label: label.receipts, group, run: receipts },
  ])
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconFileImport size={14} aria-hidden="true" />}>
          {label.menu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={busy} leftSection={<IconFiles size={14} aria-hidden="true" />} onClick={files}>
          {label.files}
        </Menu.Item>
        <Menu.Item disabled={busy} leftSection={<IconFolder size={14} aria-hidden="true" />} onClick={folder}>
          {label.folder}
        </Menu.Item>
        <Menu.Item disabled={busy} leftSection={<IconMessages size={14} aria-hidden="true" />} onClick={chat}>
          {words.chat.add.action}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconReceipt size={14} aria-hidden="true" />} onClick={receipts}>
          {label.receipts}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
