import type { Bridge } from '@bridge/events.ts'
import { contextBridge, ipcRenderer, webUtils } from 'electron'

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  on: (name, listener) => {
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => ipcRenderer.removeListener(name, forward)
  },
  // Only a real File has a path, and only here can it be asked for: the page never names a path of its own.
  drop: async (files) => {
    const paths: string[] = []
    for (const file of files) paths.push(await webUtils.getPathForFile(file as never))
    return ipcRenderer.invoke('drop', paths)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
