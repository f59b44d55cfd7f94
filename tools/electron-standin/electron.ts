/** The module an application means by `electron`, as far as the stand-in has it. */
import { app } from './main/app.ts'
import { BrowserWindow } from './main/browser-window.ts'
import { dialog } from './main/dialog.ts'
import { ipcMain } from './main/ipc-main.ts'
import { Menu, MenuItem } from './main/menu.ts'
import { MessageChannelMain } from './main/message-channel.ts'
import { nativeTheme } from './main/native-theme.ts'
import { protocol, session } from './main/session.ts'
import { shell } from './main/shell.ts'
import { clipboard, net, powerMonitor, safeStorage } from './main/system.ts'
import { utilityProcess } from './main/utility-process.ts'
import { WebContents as webContents } from './main/web-contents.ts'

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
  webContents,
}

export default {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
  webContents,
}
