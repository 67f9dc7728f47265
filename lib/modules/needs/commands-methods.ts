import { needMethods } from '@/db/schema/needs'
import { command } from '@/lib/kernel/command'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import { addMethodInput, methodRef } from './model'
import { countMethodsNamed } from './queries-methods'
import { mustBeNewName } from './rules'

const configures = { permission: may.configure, messages, refreshes: ['/(crm)/needs/methods'] }

/** A way of finding needs of one's own, as a form of one of the standard's. Refuses a name that is there already. */
export const addMethod = command({
  name: 'needs.addMethod',
  ...configures,
  input: addMethodInput,
  async run(work, input) {
    mustBeNewName(await countMethodsNamed(work, input.name))
    return { id: (await insertRow(work, needMethods, input)).id }
  },
})

/** Takes a method out of the choices; what was found by it keeps its name. */
export const archiveMethod = command({
  name: 'needs.archiveMethod',
  ...configures,
  input: methodRef,
  async run(work, { methodId }) {
    await changeRow(work, needMethods, { id: methodId }, { archivedAt: work.now })
    return { id: methodId }
  },
})

/** The undo of taking a method out. Refuses when its name has been given again. */
export const restoreMethod = command({
  name: 'needs.restoreMethod',
  ...configures,
  input: methodRef,
  async run(work, { methodId }) {
    const { name } = await lockRow(work, needMethods, methodId)
    mustBeNewName(await countMethodsNamed(work, name, methodId))
    await changeRow(work, needMethods, { id: methodId }, { archivedAt: null })
    return { id: methodId }
  },
})
