import { existsSync, statfsSync, statSync } from 'node:fs'
import { isBuilt } from './build.mjs'
import { examine, fail, ok, warn } from './finding.mjs'
import { isInstalled } from './install.mjs'
import { isPatched } from './patch-postgres.mjs'
import { dataFolder, root, shown } from './paths.mjs'
import { runtime } from './runtime.mjs'
import { secretsFile } from './secrets.mjs'

const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`

const checks = {
  Node(name) {
    const [major, minor] = process.versions.node.split('.').map(Number)
    const isNew = major > 20 || (major === 20 && minor >= 19)
    const { version } = runtime()
    const served = version === process.versions.node ? '' : `; the product runs on ${version}, which npm brought`
    return isNew
      ? ok(name, `${process.versions.node}${served}`)
      : fail(name, `${process.versions.node} is too old`, 'Install Node 20.19 or newer, for example from nodejs.org.')
  },
  Dependencies(name) {
    return isInstalled()
      ? ok(name, 'exactly as the lockfile says')
      : fail(
          name,
          'missing or not as the lockfile says',
          'Run npm start, which installs them, or npm ci --include=optional.',
        )
  },
  'Database driver'(name) {
    if (!existsSync(`${root}/node_modules/postgres`))
      return fail(name, 'not installed', 'Run npm start, which installs it.')
    return isPatched()
      ? ok(name, 'cured of its fault')
      : fail(name, 'not patched, so a lost connection can block the product', 'Run node lib/run/patch-postgres.mjs.')
  },
  Build(name) {
    return isBuilt()
      ? ok(name, 'made from the present sources')
      : warn(name, 'missing or older than the sources', 'Run npm start, which builds first.')
  },
  'Disk space'(name) {
    const { bavail, bsize } = statfsSync(existsSync(dataFolder) ? dataFolder : root)
    const free = bavail * bsize
    if (free < 2e8)
      return fail(name, `only ${gigabytes(free)} free`, 'Free some space: a full disk stops the database.')
    if (free < 2e9) return warn(name, `${gigabytes(free)} free`, 'Free some space before the data grows.')
    return ok(name, `${gigabytes(free)} free`)
  },
  'Secrets file'(name) {
    if (!existsSync(secretsFile)) return ok(name, 'none yet, the first start makes it')
    const { mode, uid } = statSync(secretsFile)
    if (process.platform === 'win32') return ok(name, 'present')
    if (mode & 0o077) {
      return fail(
        name,
        `others may read it (mode ${(mode & 0o777).toString(8)})`,
        `Run chmod 600 ${shown(secretsFile)}.`,
      )
    }
    return uid === process.getuid()
      ? ok(name, 'readable by its owner only')
      : warn(name, 'belongs to another user', 'Start Accord as the same user every time.')
  },
  'Time zone'(name) {
    const noon = new Date('2026-11-21T04:00:00Z')
    const hour = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Taipei', hour: 'numeric', hour12: false }).format(noon)
    const year = new Intl.DateTimeFormat('zh-TW-u-ca-roc', { year: 'numeric', timeZone: 'Asia/Taipei' }).format(noon)
    return hour === '12' && year.includes('115')
      ? ok(name, 'Asia/Taipei and the ROC calendar are known')
      : fail(
          name,
          'Asia/Taipei or the ROC calendar is unknown to this Node',
          'Install a Node with full ICU, as nodejs.org ships it.',
        )
  },
}

/** What the machine itself must offer. */
export const machineChecks = () => examine(checks)
