import { Button } from '@mantine/core'
import { IconBriefcase, IconLock, IconSearch, IconShieldLock } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { AppFrame, type NavItem } from '../../components/AppFrame.tsx'
import { ActionPalette } from '../../components/actions/ActionPalette.tsx'
import { useActions } from '../../components/actions/ActionsProvider.tsx'
import { ShortcutHelp } from '../../components/actions/ShortcutHelp.tsx'
import { Keys } from '../../components/Keys.tsx'
import type { Room } from '../../components/room.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { BackupStatus } from './BackupStatus.tsx'
import { CaseTitle } from './CaseTitle.tsx'
import { LookMenu } from './LookMenu.tsx'
import { RunningJobs } from './RunningJobs.tsx'
import { LOCK_KEYS, useLock } from './use-lock.ts'
import { usePlace } from './use-place.ts'
import { useStillHere } from './use-still-here.ts'
import { VaultAlarm } from './VaultAlarm.tsx'

interface ShellProps {
  rooms: readonly Room[]
  /** The case that is open, and the room of it. */
  caseId: string | undefined
  room: string | undefined
  children: ReactNode
}

/** The frame around every view of an open vault. */
export function Shell({ rooms, caseId, room, children }: ShellProps) {
  const words = useWords()
  const nav = useNav({ rooms, caseId, room })
  const lockNow = useLock()
  useStillHere()
  usePlace()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const group = words.app.groups.app
  useActions([
    { id: 'palette', label: words.app.commands, group, keys: 'mod+k', run: () => setOpen('palette') },
    { id: 'help', label: words.app.shortcuts.open, group, keys: '?', run: () => setOpen('help') },
    { id: 'lock', label: words.app.lock, group, keys: LOCK_KEYS, run: lockNow },
    ...nav.map(({ href, label, onGo }, at) => ({
      id: `go${href}`,
      label,
      group,
      keys: `alt+${at + 1}`,
      run: onGo,
    })),
  ])
  const tools = (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        rightSection={<Keys keys="mod+k" />}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen('palette')}
      >
        {words.app.commands}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconLock size={14} aria-hidden="true" />}
        rightSection={<Keys keys={LOCK_KEYS} />}
        aria-keyshortcuts="Control+L Meta+L"
        onClick={lockNow}
      >
        {words.app.lock}
      </Button>
    </>
  )
  const status = (
    <>
      <RunningJobs />
      <BackupStatus />
      <LookMenu />
    </>
  )
  return (
    <AppFrame
      title={<CaseTitle caseId={caseId} />}
      tools={tools}
      nav={nav}
      notice={<VaultAlarm />}
      status={status}
    >
      {children}
      {open === 'palette' && <ActionPalette onClose={() => setOpen(null)} />}
      {open === 'help' && <ShortcutHelp onClose={() => setOpen(null)} />}
    </AppFrame>
  )
}

function useNav({ rooms, caseId, room }: Omit<ShellProps, 'children'>): readonly NavItem[] {
  const words = useWords()
  const [place, go] = useLocation()
  const kept = '/safekeeping'
  const safekeeping: NavItem = {
    href: kept,
    label: words.app.nav.safekeeping,
    icon: IconShieldLock,
    current: place === kept,
    onGo: () => go(kept),
  }
  const cases: NavItem = {
    href: '/',
    label: words.app.nav.cases,
    icon: IconBriefcase,
    current: caseId === undefined && place !== kept,
    onGo: () => go('/'),
  }
  if (caseId === undefined) return [cases, safekeeping]
  const inside = rooms.map(({ id, icon, label }): NavItem => {
    const href = `/cases/${caseId}/${id}`
    return { href, label: label(words), icon, current: id === room, onGo: () => go(href) }
  })
  return [cases, ...inside, safekeeping]
}
