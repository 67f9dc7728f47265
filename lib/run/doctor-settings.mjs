import net from 'node:net'
import { origin, wantedPort } from './environment.mjs'
import { examine, fail, ok, warn } from './finding.mjs'
import { isFree } from './free-port.mjs'
import { runningSupervisor } from './record.mjs'
import { readSecrets } from './secrets.mjs'

const isLocal = (hostname) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** The first line that a mail server says; one that is encrypted from the start only has to accept the connection. */
function greeting({ hostname, port, protocol }) {
  const isEncrypted = protocol === 'smtps:'
  const socket = net.connect({ host: hostname, port: Number(port || (isEncrypted ? 465 : 587)) })
  socket.setTimeout(5_000, () => socket.destroy(new Error('no answer within five seconds')))
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    if (isEncrypted) socket.once('connect', () => resolve('connected'))
    socket.once('data', (text) => resolve(String(text).split('\r\n')[0]))
  }).finally(() => socket.destroy())
}

const checks = {
  AUTH_SECRET(name) {
    const given = process.env.AUTH_SECRET
    const renew =
      'Leave AUTH_SECRET out, so that Accord keeps one itself, or set it to the output of: openssl rand -base64 48'
    if (!given) return ok(name, readSecrets().auth ? 'kept in the secrets file' : 'none yet, the first start makes it')
    if (given.length < 32) return fail(name, `only ${given.length} characters`, renew)
    return new Set(given).size < 12 ? fail(name, 'easy to guess', renew) : ok(name, 'set and long enough')
  },
  Address(name) {
    const { protocol, hostname, origin: address } = new URL(origin())
    if (protocol === 'https:' || isLocal(hostname)) return ok(name, address)
    return warn(
      name,
      `${address} is not encrypted, so cookies and passwords can be read on the way`,
      'Put a proxy with a certificate in front and set APP_ORIGIN to its https address.',
    )
  },
  async Port(name) {
    const port = wantedPort()
    const ours = runningSupervisor()
    if (ours) return ok(name, `Accord runs at ${ours.origin} (process ${ours.pid})`)
    return (await isFree(port))
      ? ok(name, `${port} is free`)
      : fail(
          name,
          `${port} is used by another program`,
          'End that program, or choose another port: PORT=3001 npm start.',
        )
  },
  async Mail(name) {
    const given = process.env.SMTP_URL
    if (!given) {
      return warn(
        name,
        'SMTP_URL is not set, so administrators hand over links themselves',
        'Set SMTP_URL and MAIL_FROM to send mail.',
      )
    }
    if (!URL.canParse(given) || !/^smtps?:$/.test(new URL(given).protocol)) {
      return fail(name, 'SMTP_URL is not an address', 'Write it as smtp://user:password@mail.example.com:587.')
    }
    const url = new URL(given)
    try {
      const answer = `${url.host} answers: ${await greeting(url)}`
      return process.env.MAIL_FROM
        ? ok(name, answer)
        : warn(name, `${answer}; but MAIL_FROM is not set`, 'Set MAIL_FROM to a sender that this mail server accepts.')
    } catch (error) {
      return fail(
        name,
        `${url.host} does not answer (${error.message})`,
        'Check host and port in SMTP_URL and the firewall.',
      )
    }
  },
}

/** What the environment variables say, and whether it works. */
export const settingChecks = () => examine(checks)
