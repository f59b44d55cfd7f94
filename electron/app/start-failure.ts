/** The system's codes for a place that may not be read or written, and for a disk that does not do as it is told. */
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS'])
const FULL = new Set(['ENOSPC', 'EDQUOT', 'DISK_FULL'])
const FAILING = new Set(['EIO', 'DISK_FAILING'])

/** Why Redchop does not start, and what to do, in both languages: the page that knows which one is spoken cannot be opened. */
export function startFailure(code: string): string {
  if (CLOSED.has(code))
    return both(
      'Redchop may not read or write its data folder. Give your account access to it, and start Redchop again.',
      'Redchop 无权读写其数据文件夹。请为您的帐户授予访问权限，然后重新启动 Redchop。',
    )
  if (FULL.has(code))
    return both(
      'The disk is full. Make room and start Redchop again. Nothing is lost.',
      '磁盘已满。请腾出空间后重新启动 Redchop。数据没有丢失。',
    )
  if (FAILING.has(code))
    return both(
      'The disk with Redchop’s data does not answer as it should. Do not install anything anew: look after the disk, and keep the data folder as it is.',
      '存放 Redchop 数据的磁盘工作异常。请勿重新安装：请检查磁盘，并保持数据文件夹原样。',
    )
  return both(
    `Redchop could not be started (${code}). Start the computer again. If that does not help, install Redchop again; your data stays where it is.`,
    `Redchop 无法启动（${code}）。请重新启动计算机；如仍无效，请重新安装 Redchop，数据会保留在原处。`,
  )
}

const both = (en: string, zh: string): string => `${en}\n\n${zh}`
