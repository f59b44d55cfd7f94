const { contextBridge, ipcRenderer, webUtils } = require('electron')

contextBridge.exposeInMainWorld('probe', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => {
    const relay = (_event, ...args) => listener(...args)
    ipcRenderer.on(channel, relay)
    return () => ipcRenderer.off(channel, relay)
  },
  pathOf: async (file) => await webUtils.getPathForFile(file),
  add: (left, right) => left + right,
  version: 3,
})
