import type { Messages } from '../messages.ts'

const gone = (expected: number | null, found: number): string =>
  Math.max((expected ?? found) - found, 0).toLocaleString('zh-CN')

export const app: Messages['app'] = {
  name: 'Redchop',
  nav: {
    label: '导航',
    cases: '案件',
    evidence: '证据材料',
    confirm: '确认',
    exhibits: '证据目录',
    identities: '主体身份',
    forums: '何处可用',
    timeline: '时间线',
    safekeeping: '保管',
    collapse: '收起导航',
    expand: '展开导航',
    skip: '跳至工作区',
  },
  lock: '锁定',
  commands: '命令',
  palette: { placeholder: '您想做什么？', none: '没有这个命令' },
  shortcuts: { title: '快捷键', open: '显示全部快捷键' },
  groups: {
    app: 'Redchop',
    case: '案件',
    list: '列表',
    message: '邮件',
    confirm: '确认',
    exhibits: '证据目录',
  },
  settings: {
    locale: '语言',
    scheme: '配色',
    density: '疏密',
    schemes: { auto: '跟随系统', light: '浅色', dark: '深色' },
    densities: { comfortable: '宽松', compact: '紧凑' },
  },
  alarm: {
    accept: '我已阅读',
    TAIL_MISSING: ({ expected, found }) => ({
      title: '本保险库最新的记录缺失',
      detail: `本机曾记下的 ${gone(expected, found)} 条记录已不在保险库中，其所载的内容可能一并丢失。请先将数据文件夹原样复制保存，核对缺少哪些导入和修改；如有更新的备份，请恢复备份。`,
    }),
    FOLDER_ROLLED_BACK: ({ expected, found }) => ({
      title: '本保险库比本机上次所见的更旧',
      detail: `缺少 ${gone(expected, found)} 条记录：整个数据文件夹被还原到了较早的状态。如您恢复过备份，即为此原因；否则说明有人动过该文件夹，请找回较新的一份。`,
    }),
    FORKED: () => ({
      title: '本保险库的记录与本机上次所见的不一致',
      detail:
        '本机记下的位置上现在是另一条记录。很可能曾放回较早的副本并继续使用。请找到另一份副本，比对之后再作依据。',
    }),
    HEAD_MISSING: () => ({
      title: '无法判断本保险库是否完整',
      detail: '数据文件夹中没有记载进度的文件“head.log”。请将最近的导入和修改或存证回执与此处的内容核对。',
    }),
    HEAD_DAMAGED: () => ({
      title: '记载本保险库进度的文件已损坏',
      detail:
        '尚未发现缺失，但“head.log”与本软件所写的不符。请将最近的导入和修改或存证回执与此处的内容核对，并检查磁盘。',
    }),
  },
  offline: '数据不会上传网络',
  panes: { resize: (name) => `“${name}”的宽度` },
  loading: '正在加载…',
  retry: '重试',
  cancel: '取消',
  close: '关闭',
  save: '保存',
  copy: '复制',
  copied: '已复制',
  undo: '撤销',
  notYet: '—',
  day: { form: '年-月-日', wrong: '没有这一天。请按年、月、日填写：2026-03-31。' },
  jobs: {
    cancel: (what) => `取消：${what}`,
    cancelled: '已取消',
    failed: '失败',
  },
  crashed: {
    title: '此页面出错',
    detail: '已保存的内容均已保留。请返回案件列表，或重新打开 Redchop。',
    home: '返回案件列表',
  },
  nowhere: { title: '此处没有内容', home: '前往案件列表' },
}
