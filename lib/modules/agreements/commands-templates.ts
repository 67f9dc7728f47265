import { agreementTemplates } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { libraryMessages } from './messages-library'
import { addTemplateInput, editTemplateInput, type StarterTemplate, templateRef } from './model-library'
import { findInUse } from './queries-library'
import { findTemplates } from './queries-templates'
import { mustBeInUse, mustHaveOwnName, mustKnowCodes } from './rules-library'

const configures = {
  permission: may.configure,
  messages: libraryMessages,
  refreshes: ['/agreements/templates', '/agreements/templates/[agreementTemplateId]'],
}

/** Adds a template: which clauses a paper of a kind, form and direction begins with, in their order. */
export const addTemplate = command({
  name: 'agreements.addTemplate',
  ...configures,
  input: addTemplateInput,
  async run(work, said) {
    mustHaveOwnName(said.name, await findTemplates(work))
    const clauseCodes = mustKnowCodes(said.clauseCodes, await findInUse(work))
    const row = await insertRow(work, agreementTemplates, { ...said, clauseCodes })
    return { agreementTemplateId: row.id }
  },
})

export const editTemplate = command({
  name: 'agreements.editTemplate',
  ...configures,
  input: editTemplateInput,
  async run(work, { agreementTemplateId, version, ...said }) {
    const held = await lockRow(work, agreementTemplates, agreementTemplateId)
    mustBeInUse(held)
    const others = (await findTemplates(work)).filter(({ id }) => id !== agreementTemplateId)
    mustHaveOwnName(said.name, others)
    const clauseCodes = mustKnowCodes(said.clauseCodes, await findInUse(work), held.clauseCodes)
    const row = await changeRow(work, agreementTemplates, { id: held.id, version }, { ...said, clauseCodes })
    return { agreementTemplateId, version: row.version }
  },
})

/** Takes a template out of use. */
export const retireTemplate = command({
  name: 'agreements.retireTemplate',
  ...configures,
  input: templateRef,
  async run(work, { agreementTemplateId }) {
    mustBeInUse(await lockRow(work, agreementTemplates, agreementTemplateId))
    await changeRow(work, agreementTemplates, { id: agreementTemplateId }, { archivedAt: work.now })
    return { agreementTemplateId }
  },
})

/** Adds those of these templates whose names are not taken. */
export async function takeStarterTemplates(work: Work, starters: readonly StarterTemplate[]): Promise<void> {
  const taken = new Set((await findTemplates(work)).map(({ name }) => name))
  const rows = starters.filter(({ name }) => !taken.has(name)).map((each) => addTemplateInput.parse(each))
  await insertRows(work, agreementTemplates, rows)
}
