import { agreementSettings } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { libraryMessages } from './messages-library'
import { setAgreementSettingsInput } from './model-library'
import { findSettings } from './queries-settings'
import { mustBeRightSettings } from './rules-library'

/** Says who we are on paper, which form is due from which value, how long agreements are kept and by when changes are read. */
export const setSettings = command({
  name: 'agreements.setSettings',
  permission: may.configure,
  messages: libraryMessages,
  refreshes: ['/agreements/settings'],
  input: setAgreementSettingsInput,
  async run(work, { version, ...wanted }) {
    mustBeRightSettings(wanted)
    const { id } = await findSettings(work)
    const row = id
      ? await changeRow(work, agreementSettings, { id, version }, wanted)
      : await insertRow(work, agreementSettings, wanted)
    return { version: row.version }
  },
})
