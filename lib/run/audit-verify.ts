import { keptAddress } from '../../db/roles'
import { anchorsFile } from './environment.mjs'
import { shown } from './paths.mjs'
import { secretsFile } from './secrets.mjs'

/**
 * Recomputes the history of every workspace and names the first record that does not fit, every end of it noted outside the
 * database that it does not lead to, every signed agreement that is not what was signed any more, and every row of what was
 * agreed and measured that another hand changed. Ends with 1 when one is found.
 */
process.env.DATABASE_URL = keptAddress(process.env, secretsFile) ?? ''
const { readAnchors } = await import('@/lib/kernel/anchors')
const { workspaceIds } = await import('@/lib/kernel/identity/workspaces')
const { verifyRecords } = await import('@/lib/modules/audit')
const { closeDatabase } = await import('@/db/client')

/** One check: what is wrong, sentence by sentence, or what is sound when nothing is. */
function report(of: string, wrong: readonly string[], sound: string): void {
  for (const sentence of wrong) console.log(`✗ ${of}: ${sentence}`)
  if (wrong.length === 0) console.log(`✓ ${of}: ${sound}`)
  else process.exitCode = 1
}

const ids = await workspaceIds()
const { anchors, unreadable } = await readAnchors(anchorsFile())
const gone = [...new Set(anchors.map(({ workspaceId }) => workspaceId))].filter((id) => !ids.includes(id))
report(
  shown(anchorsFile()),
  [
    ...unreadable.map((line) => `line ${line} is no anchor.`),
    ...gone.map((id) => `workspace ${id} is not in this database any more.`),
  ],
  `anchors read: ${anchors.length}.`,
)

for (const id of ids) {
  const noted = anchors.filter(({ workspaceId }) => workspaceId === id)
  const { seals, changes, broken, unanchored, signed, unrecorded } = await verifyRecords(id, noted)
  const say = (wrong: readonly string[], sound: string) => report(`Workspace ${id}`, wrong, sound)
  say(
    broken ? [`the ${broken.kind} ${broken.id} does not fit, after ${seals} sound seals over ${changes} changes.`] : [],
    `${seals} seals over ${changes} changes are sound.`,
  )
  say(
    unanchored.map(({ day, number }) => `seal ${number} is not what was noted outside the database on ${day}.`),
    `it leads to every anchor, of which there are ${noted.length}.`,
  )
  say(
    signed.broken.map(
      ({ code, number, part }) => `agreement ${code}, version ${number}: its ${part} is not what was signed.`,
    ),
    `${signed.versions} signed versions are what was signed.`,
  )
  say(
    unrecorded.map(({ table, id: rowId }) => `${table} ${rowId} is not what was recorded of it.`),
    'what was agreed and measured is what was recorded of it.',
  )
}
await closeDatabase()
