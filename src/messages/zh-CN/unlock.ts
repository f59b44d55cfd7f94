import type { Messages } from '../messages.ts'

export const unlock: Messages['unlock'] = {
  tagline: '将已确认的往来函件整理为可提交法院的证据。完全离线。',
  passphrase: '口令',
  newPassphrase: '新口令',
  repeat: '再次输入口令',
  differs: '两次输入尚不一致。',
  create: {
    title: '新建保险库',
    intro: '您导入的一切都在本机加密保存，凭一个口令打开。',
    advice: [
      '至少 12 个字符。四五个互不相关的词既安全又容易记住。',
      '口令无法查询，也无法重置：贵所的信息技术部门不能，我们也不能。',
    ],
    characters: (typed, least) => `${typed} 个字符，至少 ${least} 个`,
    enough: '长度足够',
    submit: '新建保险库',
  },
  recovery: {
    title: '请妥善保存恢复码',
    intro: '忘记口令时，可用它打开保险库。恢复码仅在此时显示。',
    where: '请打印或抄写，并与本机分开保存，例如存放在律所的保险柜中。',
    label: '恢复码',
    print: '打印',
    next: '我已保存在纸上',
  },
  prove: {
    title: '请输入恢复码',
    intro: '请对照您保存的恢复码输入，以核实其无误。此后保险库方可使用。',
    submit: '打开保险库',
    back: '再次显示恢复码',
    startOver: '恢复码已遗失：重新开始',
    again: '此处已创建保险库，但恢复码尚未核实。',
  },
  locked: { title: '保险库已锁定', submit: '解锁', useRecovery: '使用恢复码' },
  keyFile: {
    needed: '此保险库还需要密钥文件。',
    chosen: '已选择密钥文件。',
    choose: '选择密钥文件…',
    chooseOther: '另选文件…',
  },
  restore: {
    title: '使用恢复码打开',
    intro: '保险库将被打开，并设置新口令。恢复码保持不变。',
    submit: '打开并设置口令',
    back: '返回输入口令',
  },
}
