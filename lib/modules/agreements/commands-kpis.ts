import { agreementVersions } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { changeRow } from '@/lib/kernel/write'
import { drafts } from './commands'
import { holdDraftVersion, keepAgreement, keepHash } from './commands-upkeep'
import { keepContentInput } from './model'

/** Keeps with a drafted version the KPIs on which it agrees, whose module changed them: a consent to the old ones is void. */
export const keepContent = command({
  name: 'agreements.keepContent',
  ...drafts,
  internal: true,
  input: keepContentInput,
  async run(work, { agreementVersionId, kpis }) {
    await holdDraftVersion(work, agreementVersionId)
    const version = await changeRow(work, agreementVersions, { id: agreementVersionId }, { kpis })
    await keepHash(work, version)
    await keepAgreement(work, version.agreementId)
  },
})
