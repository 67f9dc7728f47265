import { keptAddress } from '../../db/roles'
import { secretsFile } from './secrets.mjs'

/** Recomputes the history of every workspace and names the first record that does not fit. Ends with 1 when one is found. */
process.env.DATABASE_URL = keptAddress(process.env, secretsFile) ?? ''
const { workspaceIds } = await import('@/lib/kernel/identity/workspaces')
const { verifyWorkspace } = await import('@/lib/kernel/seal')
const { closeDatabase } = await import('@/db/client')

for (const id of await workspaceIds()) {
  const { seals, changes, broken } = await verifyWorkspace(id)
  console.log(
    broken
      ? `✗ Workspace ${id}: the ${broken.kind} ${broken.id} does not fit, after ${seals} sound seals over ${changes} changes.`
      : `✓ Workspace ${id}: ${seals} seals over ${changes} changes are sound.`,
  )
  if (broken) process.exitCode = 1
}
await closeDatabase()
