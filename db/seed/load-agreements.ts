import { addDays, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { previousWorkday } from '@/lib/kernel/workday'
import { draft } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { takeStarterLibrary } from '@/lib/modules/agreements/commands-library'
import { setSettings } from '@/lib/modules/agreements/commands-settings'
import { beginText, takeWords } from '@/lib/modules/agreements/commands-text'
import { byId } from '@/lib/modules/agreements/queries'
import { drafting } from '@/lib/modules/agreements/queries-drafting'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import { ownerOf } from './load-promotions'
import { agreementSettingsTold, agreementsTold, ourParty } from './story-agreements'

/** Enters the library, who the company is on paper, and the agreements that are being drafted, each as far as it is written. */
export async function enterAgreements(setting: Setting & { known: Known }): Promise<void> {
  const { today, known, staff } = setting
  const at = instantOf(previousWorkday(addDays(today, -6), workCalendar), '15:00')
  await done(takeStarterLibrary, staff.howard, {}, at)
  await done(setSettings, staff.howard, agreementSettingsTold, at)
  for (const { client, from, clauses, fallbacks, ...told } of agreementsTold) {
    const owner = ownerOf(setting, client)
    const about = { accountId: named(known.accounts, client), startsOn: addDays(today, from), ...ourParty, ...told }
    const { agreementId } = await done(draft, owner, about, at)
    const look = () =>
      inTransaction(owner, 'read only', (tx) => byId.run({ tx, actor: owner, now: at }, { agreementId }))
    const agreementVersionId = (await look()).latest.id
    if (fallbacks) {
      const { fitting } = await inTransaction(owner, 'read only', (tx) =>
        drafting.run({ tx, actor: owner, now: at }, { agreementVersionId }),
      )
      await done(beginText, owner, { agreementVersionId, agreementTemplateId: fitting }, at)
      const begun = (await look()).latest.clauses
      for (const { code, reason } of fallbacks) {
        const clauseId = begun.find(({ libraryCode }) => libraryCode === code)?.id
        await done(takeWords, owner, { clauseId, words: 'fallback', deviationReason: reason }, at)
      }
    }
    for (const clause of clauses) await done(addClause, owner, { agreementVersionId, ...clause }, at)
  }
}
