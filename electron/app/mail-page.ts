/** What stands in the frame where a body cannot be shown, in both languages: main knows of no other. */
export const UNSHOWN_PAGE = `<!doctype html><html><head><meta charset="utf-8"></head>
<body style="font:15px/1.55 system-ui,'Noto Sans SC',sans-serif;padding:20px 24px;background:#fff;color:#1c1b1a">
<p lang="en">This message cannot be shown as it was sent. Its text can still be read. Save its original to see whether that is whole.</p>
<p lang="zh-CN">无法按发送时的样式显示此邮件，仍可查看纯文本。如需确认原件是否完好，请另存原件。</p></body></html>`

/** A mail's harmless HTML as a whole document for the reader's frame; dark text on paper whatever the theme, as it was sent. */
export const mailPage = (html: string): string => `<!doctype html>
<html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<style>html{background:#fff;color:#1c1b1a;font:15px/1.55 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
body{margin:0;padding:20px 24px;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}
blockquote{margin:8px 0;padding-left:12px;border-left:2px solid #cfcac2}</style></head><body>${html}</body></html>`
