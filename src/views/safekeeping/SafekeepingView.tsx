import { Failed } from '../../components/Failed.tsx'
import { Loading } from '../../components/Loading.tsx'
import { useQuery } from '../../ipc/use-query.ts'
import { useWords } from '../../messages/WordsProvider.tsx'
import { BackupsSection } from './BackupsSection.tsx'
import { CustodySection } from './CustodySection.tsx'
import { KeysSection } from './KeysSection.tsx'
import { LockingSection } from './LockingSection.tsx'
import classes from './Safekeeping.module.css'

/** How the vault is kept: whether it could be brought back, when it locks, what opens it, what shows that it is unaltered. */
export function SafekeepingView() {
  const words = useWords().safekeeping
  const { data, error, refetch } = useQuery('safekeeping.status', {}, { keepPrevious: true })
  return (
    <section className={classes.view} aria-label={words.title}>
      {error && <Failed error={error.error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <div className={classes.column}>
          <BackupsSection status={data} />
          <LockingSection idleMinutes={data.idleMinutes} />
          <KeysSection />
          <CustodySection />
        </div>
      )}
    </section>
  )
}
