import { keptAddress } from '../../db/roles'
import { secretsFile } from './secrets.mjs'

/**
 * Recomputes the history of every workspace and names the first record that does not fit, every signed agreement that is not
 * what was signed any more, and every row of what was agreed and measured that another hand changed. Ends with 1 when one is found.
 */
process.env.DATABASE_URL = keptAddress(process.env, secretsFile) ?? ''
const { workspaceIds } = await import('@/lib/kernel/identity/workspaces')
const { verifyRecords } = await import('@/lib/modules/audit')
const { closeDatabase } = await import('@/db/client')

for (const id of await workspaceIds()) {
  const { seals, changes, broken, signed, unrecorded } = await verifyRecords(id)
  console.log(
    broken
      ? `✗ Workspace ${id}: the ${broken.kind} ${broken.id} does not fit, after ${seals} sound seals over ${changes} changes.`
      : `✓ Workspace ${id}: ${seals} seals over ${changes} changes are sound.`,
  )
  for (const { code, number, part } of signed.broken)
    console.log(`✗ Workspace ${id}: agreement ${code}, version ${number}: its ${part} is not what was signed.`)
  if (signed.broken.length === 0)
    console.log(`✓ Workspace ${id}: ${signed.versions} signed versions are what was signed.`)
  for (const { table, id: rowId } of unrecorded)
    console.log(`✗ Workspace ${id}: ${table} ${rowId} is not what was recorded of it.`)
  if (unrecorded.length === 0)
    console.log(`✓ Workspace ${id}: what was agreed and measured is what was recorded of it.`)
  if (broken || unrecorded.length > 0 || signed.broken.length > 0) process.exitCode = 1
}
await closeDatabase()
