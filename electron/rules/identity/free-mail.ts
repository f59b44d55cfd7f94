/** Providers that give a mailbox to anybody: whose it is has to be shown by something else (law.md 1.5, factor 5). */
const FREE_MAIL = new Set(
  `qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net vip.163.com vip.126.com 188.com sina.com sina.cn
vip.sina.com sohu.com tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com aliyun.cn hotmail.com hotmail.co.uk
hotmail.fr hotmail.de outlook.com outlook.cn live.com live.cn msn.com gmail.com googlemail.com yahoo.com yahoo.com.cn yahoo.cn
yahoo.com.hk yahoo.com.tw yahoo.co.uk yahoo.co.jp ymail.com icloud.com me.com mac.com aol.com mail.com gmx.com gmx.de gmx.net
web.de t-online.de freenet.de orange.fr free.fr laposte.net libero.it proton.me protonmail.com pm.me tutanota.com zoho.com
yandex.ru yandex.com mail.ru inbox.ru bk.ru naver.com daum.net hanmail.net rediffmail.com seznam.cz wp.pl`.split(
    /\s+/u,
  ),
)

export const isFreeMail = (domain: string): boolean => FREE_MAIL.has(domain)
