import { z } from 'zod'

/**
 * Where something was said or shown (CJO-2, SVC-4). `alibaba-chat` is the official chat tool of Alibaba.com (TradeManager, 旺旺);
 * `document` a paper or file that stands for itself, as a contract or an invoice. An e-mail always has its message; what
 * was said elsewhere may also be typed in.
 */
export const CHANNELS = [
  'email',
  'alibaba-chat',
  'complaint-center',
  'wechat',
  'whatsapp',
  'telephone',
  'meeting',
  'document',
  'other',
] as const
export const channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof channel>
