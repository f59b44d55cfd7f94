import type { ChatLine } from '@bridge/model/chat.ts'

/** Longer ones are words of a person. */
const NOTE_LENGTH = 200

/** WhatsApp marks what the program itself wrote with U+200E; <…> stands for what was left out, in every language. */
const MARKED = /^[\u200e\u200f]/u
const LEFT_OUT = /^<[^<>\n]{2,120}>$/u
const NOTED =
  /(?:\((?:file attached|Datei angehängt|archivo adjunto|arquivo anexado|fichier joint|file allegato)\)|[（(](?:文件附件|附件|檔案附件|添付ファイル)[)）]|\b(?:image|video|audio|sticker|GIF|document|Contact card) omitted|已省略|已忽略|[을를이가] 생략했습니다|を省略しました)>?$/iu
const WECHAT =
  /^\[(?:图片|照片|视频|小视频|语音|语音通话|视频通话|文件|动画表情|表情|链接|位置|名片|个人名片|转账|微信转账|红包|微信红包|聊天记录|Photo|Image|Video|Voice|File|Sticker|Link|Location)\](?:\s.{0,120})?$/iu

/** Whether a person said it, the program did, or it stands for a picture, voice or file that the export left out. */
export function kindOf(speaker: string | null, text: string): ChatLine['kind'] {
  const short = text.length <= NOTE_LENGTH
  const bare = text.replace(MARKED, '')
  if (short && (LEFT_OUT.test(bare) || NOTED.test(bare) || WECHAT.test(bare))) return 'media'
  return speaker === null || (short && MARKED.test(text)) ? 'system' : 'said'
}
