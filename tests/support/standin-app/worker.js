process.parentPort.on('message', ({ data, ports: [port] }) => {
  if (port) talkOver(port, data)
  else answer(data)
})

/** One end of a channel talks to the other: `first` begins, and what the other answers goes home. */
function talkOver(port, { first, bytes }) {
  port.on('message', ({ data }) => {
    if (first)
      process.parentPort.postMessage({ heard: data.length, sum: data.reduce((a, b) => (a + b) % 251, 0) })
    else port.postMessage(data.map((byte) => byte + 1))
  })
  port.on('close', () => process.parentPort.postMessage({ closed: true }))
  port.start()
  if (first) port.postMessage(bytes)
}

function answer(data) {
  process.parentPort.postMessage({
    ...data,
    flavour: process.argv.at(-1),
    sum: data.bytes.reduce((a, b) => a + b, 0),
  })
}
