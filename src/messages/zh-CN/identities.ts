import type { Messages } from '../messages.ts'

export const identities: Messages['identities'] = {
  side: { client: '委托人', counterparty: '相对方', 'third-party': '第三方' },
  kind: {
    domain: '邮件域名',
    email: '电子邮箱',
    wechat: '微信号',
    whatsapp: 'WhatsApp 账号',
    'alibaba-chat': '旺旺（TradeManager）账号',
    phone: '电话号码',
    other: '其他账号',
  },
  basis: {
    'contract-clause': '合同条款',
    'signature-block': '邮件签名',
    domain: '域名',
    order: '订单',
    'business-card': '名片',
    'company-register': '工商登记',
    admission: '自认',
    other: '其他',
  },
  likeness: {
    homoglyph: (other) => `看似 ${other}，实际使用了其他字符。`,
    typo: (other) => `与 ${other} 仅差一两个字母。`,
    added: (other) => `在 ${other} 的基础上添加了字符。`,
    ending: (other) => `与 ${other} 仅后缀不同。`,
    scripts: () => '域名混用了形近字符，可能仿冒其他域名。',
  },
  flag: {
    PUNYCODE_DOMAIN: () => '域名使用了编码字符，可能仿冒其他域名。',
    NAME_IS_ANOTHER_ADDRESS: (other) => `显示名称中的邮箱与实际发件邮箱不同：${other}。`,
    HIDDEN_CHARACTERS: () => '发件人名称或地址含有不可见字符，显示内容可能与实际不符。',
    REPLY_GOES_ELSEWHERE: (other) => `回复地址与发件地址不同，回复将发往 ${other}。`,
    PERSON_HAS_OTHER_ADDRESS: (other) => `此人此前使用的是另一地址：${other}。`,
    FREE_MAIL: () => '公共免费邮箱，任何人均可注册；本案中尚无依据说明其归属。',
  },
  look: '请留意发件人',
}
