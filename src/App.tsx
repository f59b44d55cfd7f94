import { Button } from '@mantine/core'
import { IconMapPinOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Route, Router, Switch, useLocation, useRoute } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { ActionsProvider } from './components/actions/ActionsProvider.tsx'
import { CrashGuard } from './components/CrashGuard.tsx'
import { EmptyState } from './components/EmptyState.tsx'
import { Failed } from './components/Failed.tsx'
import { Loading } from './components/Loading.tsx'
import { Notice } from './components/Notice.tsx'
import { useTell } from './components/use-tell.ts'
import { BridgeProvider } from './ipc/BridgeProvider.tsx'
import { DraftsProvider } from './ipc/DraftsProvider.tsx'
import { useVaultState } from './ipc/vault.ts'
import { useWords } from './messages/WordsProvider.tsx'
import { ROOMS } from './routes.tsx'
import { CaseForm } from './views/cases/CaseForm.tsx'
import { CasesView } from './views/cases/CasesView.tsx'
import { SafekeepingView } from './views/safekeeping/SafekeepingView.tsx'
import { Look } from './views/shell/Look.tsx'
import { LookMenu } from './views/shell/LookMenu.tsx'
import { Shell } from './views/shell/Shell.tsx'
import { UnlockView } from './views/unlock/UnlockView.tsx'

/** The window: the vault's door while it is closed, the rooms once it is open. */
export const App = () => (
  <BridgeProvider>
    <Look>
      <ActionsProvider>
        <Router hook={useHashLocation}>
          <Door />
        </Router>
      </ActionsProvider>
    </Look>
  </BridgeProvider>
)

function Door() {
  const { state, error } = useVaultState()
  const tell = useTell()
  if (error) return <Failed error={error} />
  if (!state) return <Loading />
  if (state !== 'unlocked') return <UnlockView state={state} corner={<LookMenu />} />
  return (
    <DraftsProvider onTrouble={tell.error} waiting={<Loading />}>
      <House />
    </DraftsProvider>
  )
}

function House() {
  const [place] = useLocation()
  const [, inCase] = useRoute('/cases/:caseId/:room/*?')
  const caseId = inCase?.room === undefined ? undefined : inCase.caseId
  return (
    <Shell rooms={ROOMS} caseId={caseId} room={inCase?.room}>
      <CrashGuard place={place} fallback={<Crashed />}>
        <Switch>
          <Route path="/">
            <CasesView />
          </Route>
          <Route path="/cases/new">
            <CaseForm />
          </Route>
          <Route path="/cases/:caseId/edit">{({ caseId: id }) => <CaseForm key={id} caseId={id} />}</Route>
          <Route path="/safekeeping">
            <SafekeepingView />
          </Route>
          {ROOMS.map(({ id: room, View }) => (
            <Route key={room} path={`/cases/:caseId/${room}/:itemId?`}>
              {({ caseId: id, itemId }) => <View key={id} caseId={id} itemId={itemId} />}
            </Route>
          ))}
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </CrashGuard>
    </Shell>
  )
}

function HomeButton({ children }: { children: ReactNode }) {
  const [, go] = useLocation()
  return (
    <Button variant="default" size="compact-sm" onClick={() => go('/')}>
      {children}
    </Button>
  )
}

function Crashed() {
  const words = useWords().app.crashed
  return (
    <Notice kind="warning" title={words.title} live>
      <p>{words.detail}</p>
      <HomeButton>{words.home}</HomeButton>
    </Notice>
  )
}

function Nowhere() {
  const words = useWords().app.nowhere
  return (
    <EmptyState icon={IconMapPinOff} title={words.title}>
      <HomeButton>{words.home}</HomeButton>
    </EmptyState>
  )
}
