/**
 * Serves the connections that the process which started us hands over: it holds the port (handovers.mjs). Ends with it,
 * also when it was killed.
 */
export function takeHandovers(server) {
  const say = (message) => process.connected && process.send(message)
  process.on('message', (message, connection) => {
    if (message !== 'connection') return
    say('taken')
    // Whoever left on the way here arrives as nothing.
    if (!connection) return say('closed')
    connection.once('close', () => say('closed'))
    connection.setNoDelay(true)
    connection.allowHalfOpen = true
    server.emit('connection', connection)
  })
  process.once('disconnect', () => process.exit(0))
  if (!process.connected) process.exit(0)
  // A server of HTTP looks after visitors who never finish their question from here on.
  server.emit('listening')
  say('ready')
}
