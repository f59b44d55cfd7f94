import { ActionIcon } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { type Icon, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../messages/WordsProvider.tsx'
import classes from './AppFrame.module.css'

export interface NavItem {
  href: string
  label: string
  icon: Icon
  current: boolean
  onGo: () => void
}

interface AppFrameProps {
  /** What the window is about: the case, the list. */
  title: ReactNode
  /** Buttons at the right of the title bar. */
  tools: ReactNode
  nav: readonly NavItem[]
  /** What must be read before anything else; takes no room where there is nothing. */
  notice?: ReactNode
  status: ReactNode
  children: ReactNode
}

/** Title bar, nav and status bar around the work. */
export function AppFrame({ title, tools, nav, notice, status, children }: AppFrameProps) {
  const words = useWords().app
  const [folded, setFolded] = useLocalStorage({ key: 'nav-folded', defaultValue: false })
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <div className={classes.frame} data-folded={folded || undefined}>
      <button type="button" className={classes.skip} onClick={skip}>
        {words.nav.skip}
      </button>
      <header className={classes.title}>
        <div className={classes.about}>{title}</div>
        <div className={classes.tools}>{tools}</div>
      </header>
      <div className={classes.notice}>{notice}</div>
      <nav className={classes.nav} aria-label={words.nav.label}>
        <ul>
          {nav.map((item) => (
            <li key={item.href}>
              <NavLink item={item} folded={folded} />
            </li>
          ))}
        </ul>
        <ActionIcon
          className={classes.fold}
          aria-label={folded ? words.nav.expand : words.nav.collapse}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          <Fold size={18} aria-hidden="true" />
        </ActionIcon>
      </nav>
      <main id="work" className={classes.work} tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.status}>{status}</footer>
    </div>
  )
}

const skip = (): void => document.getElementById('work')?.focus()

const NavLink = ({ item, folded }: { item: NavItem; folded: boolean }) => (
  <a
    href={`#${item.href}`}
    className={classes.link}
    aria-current={item.current ? 'page' : undefined}
    title={folded ? item.label : undefined}
    aria-label={folded ? item.label : undefined}
    onClick={(event) => {
      event.preventDefault()
      item.onGo()
    }}
  >
    <item.icon size={18} stroke={1.5} aria-hidden="true" />
    {!folded && <span>{item.label}</span>}
  </a>
)
