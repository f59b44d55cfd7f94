import type { BackupProblemCode } from '@bridge/model/backup.ts'
import { type ErrorWords, localTime } from '../error-words.ts'

const DAMAGE: Record<BackupProblemCode, string> = {
  MISSING: '缺失',
  DAMAGED: '已损坏',
  FOREIGN: '属于另一保险库',
  DIFFERS: '不是当时备份的内容',
}

const whichProcess = (pid: number | undefined, since: string | undefined): string =>
  pid === undefined ? '' : `（进程 ${pid}${since === undefined ? '' : `，自 ${localTime(since)} 起`}）`

export const errors: ErrorWords = {
  BAD_INPUT: ({ field }) => ({
    title: '有一项内容未被接受',
    detail: `未作任何更改。请检查“${field}”一栏后重试。`,
  }),
  FORBIDDEN: () => ({
    title: '此窗口无权进行该操作',
    detail: '未作任何更改。请关闭窗口，重新打开 Redchop。',
  }),
  UNEXPECTED: ({ incident }) => ({
    title: 'Redchop 内部出错',
    detail: `此前已保存的内容均已保留。请再试一次；如再次出现，请报告事件编号 ${incident}。`,
  }),
  VAULT_LOCKED: () => ({
    title: '保险库已锁定',
    detail: '未作任何更改。请解锁后重新操作。',
  }),
  VAULT_EXISTS: () => ({
    title: '此电脑上已有保险库',
    detail: '原有保险库未受影响。请重新打开 Redchop 并解锁。',
  }),
  VAULT_ABSENT: () => ({
    title: '此电脑上没有保险库',
    detail: '请重新打开 Redchop 新建保险库，或将数据文件夹放回原处。',
  }),
  PASSPHRASE_TOO_WEAK: ({ reason }) => ({
    title: reason === 'TOO_SHORT' ? '口令太短' : '口令太容易被猜到',
    detail:
      reason === 'TOO_SHORT'
        ? '请至少使用 12 个字符；最好是四五个互不相关的词。'
        : '攻击者最先尝试的就是这类口令。请使用四五个互不相关的词。',
  }),
  WRONG_PASSPHRASE: () => ({
    title: '口令不正确',
    detail: '未作任何更改。请检查键盘布局和大写锁定，或使用恢复码。',
  }),
  WRONG_RECOVERY_CODE: () => ({
    title: '恢复码不正确',
    detail: '未作任何更改。请与您保存的恢复码逐组核对。',
  }),
  KEY_FILE_NEEDED: () => ({
    title: '此保险库除口令外还需要密钥文件',
    detail: '未作任何更改。请选择该文件；也可使用恢复码，恢复码无需该文件。',
  }),
  WRONG_KEY_FILE: ({ reason }) => ({
    title: {
      GONE: '无法读取密钥文件',
      NOT_A_KEY_FILE: '该文件不是密钥文件，或已损坏',
      ANOTHER: '该密钥文件属于另一保险库，或已被新文件取代',
    }[reason],
    detail:
      reason === 'GONE'
        ? '请接回存放该文件的 U 盘或磁盘，或从现在的位置选择该文件。恢复码无需该文件。'
        : '未作任何更改。请选择正确的文件或其副本。恢复码无需该文件。',
  }),
  KEY_FILE_PLACE: ({ reason }) => ({
    title: {
      TAKEN: '已有同名文件',
      INSIDE_VAULT: '密钥文件放在数据文件夹内起不到保护作用',
      NOT_WRITTEN: '无法在该处写入密钥文件',
    }[reason],
    detail:
      reason === 'TAKEN'
        ? '原有文件未受影响，密钥未作更改。请换一个文件名。'
        : '密钥未作更改。请换一个位置，例如您随身携带的 U 盘。',
  }),
  KEYRING_DAMAGED: () => ({
    title: '密钥环文件已损坏',
    detail:
      '案件数据仍在，但无法用它打开。请将最近一次备份中的“keyring.json”复制到数据文件夹，或恢复整个备份。此后使用备份当时的口令。',
  }),
  STORE_DAMAGED: () => ({
    title: '案件数据库已损坏',
    detail:
      '为避免进一步损坏，未予打开。请保持数据文件夹现状，并从备份恢复；如无备份，可用 redchop salvage 命令取出仍完好的原件。',
  }),
  STORE_BUSY: ({ holder, pid, since }) => ({
    title: '保险库已在别处打开',
    detail: {
      window: `Redchop 窗口${whichProcess(pid, since)}已打开此保险库。请先在该窗口锁定或退出；未作任何更改。`,
      'command-line': `redchop 命令${whichProcess(pid, since)}已打开此保险库。请等待其结束或将其停止；未作任何更改。`,
      unknown: '另一程序已打开此保险库。请先将其关闭；未作任何更改。',
    }[holder],
  }),
  STORE_NEWER: () => ({
    title: '案件数据库由更新版本的 Redchop 创建',
    detail: '为避免数据丢失，未予打开。请安装新版本后打开。',
  }),
  VAULT_PLACE_UNSAFE: ({ reason }) => ({
    title: reason === 'network' ? '数据文件夹位于网络驱动器上' : '数据文件夹正被同步程序同步',
    detail:
      reason === 'network'
        ? '两台计算机可能同时写入而毁坏数据，因此未予打开，也未作任何更改。请将该文件夹复制到本机磁盘后打开。'
        : '同步程序（OneDrive、iCloud、Dropbox、坚果云、百度网盘等）可能放回部分旧数据，因此未予打开，也未作任何更改。请将该文件夹移出同步文件夹后打开。',
  }),
  DISK_FULL: () => ({
    title: '磁盘已满',
    detail: '未留下任何不完整的文件。请腾出空间后重新操作。',
  }),
  DISK_FAILING: () => ({
    title: '磁盘未确认写入',
    detail:
      '此前保存的内容都在。若保险库因此关闭，请重新解锁，查看最后一次操作是否已保存。若再次发生，请备份并更换磁盘。',
  }),
  NOT_FOUND: () => ({
    title: '该内容已不存在',
    detail: '它已被移除。请返回列表重新选择。',
  }),
  CHANGED_ELSEWHERE: () => ({
    title: '内容已在别处被修改',
    detail: '您输入的内容仍在此处，尚未保存。',
  }),
  CHAT_UNREADABLE: ({ reason }) => ({
    title: '无法将此文件作为聊天记录读取',
    detail: {
      GONE: '所选文件已不在原处。请重新选择。',
      TOO_LARGE: '文件超过 150 MB。',
      READER_FAILED: '读取失败或耗时过长。未保存任何内容。',
      NO_LINES: '按此方式读取，没有任何聊天内容。请选择其他格式，或填写样式行。',
    }[reason],
  }),
  ZONE_STATED: ({ zone }) => ({
    title: '该文件已按另一时区加入此对话',
    detail: `此前添加时${zone === null ? '未说明时区' : `所用时区为 ${zone}`}，已保存的各条内容不会改变。请使用相同的设置，或以其他名称另建对话。`,
  }),
  CHOICE_EXPIRED: () => ({
    title: '所选文件已失效',
    detail: '未导入任何内容。请重新选择文件。',
  }),
  JOB_RUNNING: () => ({
    title: '同类任务仍在进行',
    detail: '未启动新任务。请等待其结束或将其取消。',
  }),
  ORIGINAL_DAMAGED: () => ({
    title: '所存原件与其哈希值不符',
    detail: '未予导出。请运行“redchop verify”查明受损的原件，然后重新导入，或恢复仍含有该原件的备份。',
  }),
  PASSAGE_NOT_FOUND: () => ({
    title: '该段文字与邮件原文不一致',
    detail: '未保存任何内容。请在正文中重新选取。',
  }),
  IDENTITY_KNOWN: () => ({
    title: '表中已有该地址',
    detail: '未保存任何内容。请打开已有条目进行修改。',
  }),
  STATEMENT_IN_USE: () => ({
    title: '有证据引用了该陈述',
    detail: '陈述已保留。请先将该证据移出证据目录。',
  }),
  MESSAGE_UNREADABLE: () => ({
    title: '该邮件无法解析',
    detail: '原件已保存，可以导出。',
  }),
  MESSAGE_IN_USE: () => ({
    title: '已有内容以这封邮件的文字为依据',
    detail: '未作任何更改。请先移除其中的陈述、答复、译文和证据，或保留现有读法。',
  }),
  BACKUP_FOLDER_UNSET: () => ({
    title: '尚未选择备份文件夹',
    detail: '未复制任何内容。请先选择文件夹，最好位于另一存储设备上。',
  }),
  BACKUP_FOLDER_REFUSED: ({ reason }) => ({
    title: reason === 'INSIDE_VAULT' ? '该文件夹位于保险库内' : '该文件夹不可写入',
    detail:
      reason === 'INSIDE_VAULT'
        ? '放在那里的备份会与保险库一同丢失。请选择别处的文件夹，最好位于另一存储设备上。'
        : '备份仍写到原处。请另选文件夹，或允许写入该文件夹。',
  }),
  BACKUP_DAMAGED: ({ code, object }) => ({
    title: `该备份无法恢复：${object} ${DAMAGE[code]}`,
    detail: '未作任何更改。请选择其他备份，或该备份的另一份副本。',
  }),
  VAULT_OPEN: () => ({
    title: '保险库已打开',
    detail: '未作任何更改。请先锁定，再恢复备份。',
  }),
  PLACE_REFUSED: () => ({
    title: '无法写入该位置',
    detail: '该文件夹已不存在，或不允许写入。没有留下任何内容。请另选位置。',
  }),
  PRINT_FAILED: () => ({
    title: '页面未能生成',
    detail: '没有写入任何内容。请再试一次；如仍然如此，请重新启动 Redchop。',
  }),
  SET_EMPTY: () => ({
    title: '证据目录为空',
    detail: '未写出任何文件。请先添加证据。',
  }),
  GROUP_NOT_EMPTY: () => ({
    title: '该组内仍有证据',
    detail: '该组已保留。请先移动或移出其中的证据。',
  }),
  DRAFTS_FULL: () => ({
    title: '未保存的内容已过多',
    detail: '您正在输入的内容仍在此处，但锁定后将无法恢复。请先保存或放弃其他未完成的表单。',
  }),
}
