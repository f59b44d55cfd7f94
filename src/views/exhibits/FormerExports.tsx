import type { ExportRecord } from '@bridge/model/exhibit.ts'
import { ActionIcon } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { MomentText } from '../../components/DateText.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { zoneHere } from '../../lib/zone-here.ts'
import { useLocale, useWords } from '../../messages/WordsProvider.tsx'
import classes from './FormerExports.module.css'
import { HashText } from './HashText.tsx'

interface FormerExportsProps {
  records: readonly ExportRecord[]
  onReveal: (exportId: string) => void
  onClose: () => void
}

/** Everything that was exported from the case, newest first. */
export function FormerExports({ records, onReveal, onClose }: FormerExportsProps) {
  const locale = useLocale()
  const label = useWords().exhibits.export
  return (
    <Dialog onClose={onClose} size={860} title={label.formerTitle}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{label.name}</th>
            <th scope="col">{label.made}</th>
            <th scope="col" className={classes.figure}>
              {label.exhibits}
            </th>
            <th scope="col" className={classes.figure}>
              {label.pages}
            </th>
            <td />
          </tr>
        </thead>
        {records.map((record) => (
          <tbody key={record.id}>
            <tr>
              <th scope="row" className={classes.name}>
                {record.name} <span className={classes.form}>{label.forms[record.form]}</span>
              </th>
              <td className={classes.moment}>
                <MomentText at={record.madeAt} zoneMinutes={zoneHere(record.madeAt)} />
              </td>
              <td className={classes.figure}>{formatCount(record.exhibitCount, locale)}</td>
              <td className={classes.figure}>{formatCount(record.pageCount, locale)}</td>
              <td>
                <ActionIcon
                  size="sm"
                  aria-label={label.revealNamed(record.name)}
                  onClick={() => onReveal(record.id)}
                >
                  <IconFolderOpen size={16} aria-hidden="true" />
                </ActionIcon>
              </td>
            </tr>
            <tr>
              <td colSpan={5} className={classes.hash}>
                <HashText hash={record.manifestSha256} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </Dialog>
  )
}
