/** What one check of the doctor found; `fix` says what to do about it. */
export const ok = (name, finding) => ({ level: 'ok', name, finding })
export const warn = (name, finding, fix) => ({ level: 'warn', name, finding, fix })
export const fail = (name, finding, fix) => ({ level: 'fail', name, finding, fix })

/** Runs each check; one that breaks is itself a finding, and the others still run. */
export async function examine(checks) {
  const found = []
  for (const [name, check] of Object.entries(checks)) {
    try {
      found.push(await check(name))
    } catch (error) {
      found.push(fail(name, error.message, 'Mend the cause named here, then run npm run doctor again.'))
    }
  }
  return found
}
