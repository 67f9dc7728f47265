import { isFree } from './free-port.mjs'
import { isAlive, launcher, until } from './processes.mjs'
import { endOrphan, record, runningSupervisor } from './record.mjs'
import { stop } from './say.mjs'

/**
 * Takes the data folder and the port for this start. Refuses to run beside another one, or on a port that somebody else
 * uses; a start that nobody can stop any more, because its npm was killed, is ended instead.
 */
export async function claim(port, address) {
  const other = runningSupervisor()
  if (other && !(await endOrphan(other))) {
    stop(
      `Accord already runs at ${other.origin} (process ${other.pid}); press Ctrl-C in its window first. 已在執行中。`,
    )
  }
  if (!(await until(() => isFree(port), 3_000))) {
    stop(
      `Port ${port} is used by another program: end it, or choose another: PORT=3001 npm start. 連接埠 ${port} 已被占用。`,
    )
  }
  record({ launcher: launcher(), origin: address })
}

/** Calls `leave` when the person or the system asks to stop, or when the npm that started us is gone. */
export function whenAsked(leave) {
  const npm = launcher()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(0))
  if (process.channel) process.once('disconnect', () => leave(0))
  if (npm) setInterval(() => isAlive(npm) || leave(0), 1_000).unref()
}
