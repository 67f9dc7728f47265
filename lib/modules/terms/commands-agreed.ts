import type { z } from 'zod'
import { command, type Work } from '@/lib/kernel/command'
import { draft, drafts, open } from './commands'
import { removeTerm, setTerm } from './commands-terms'
import { draftAgreedInput } from './model-agreed'
import { typeOf } from './model-catalogue'
import { findWholeSheet } from './queries-agreed'
import { findContent } from './queries-submission'
import { typedOf } from './rules-agreed'
import { isSameValue } from './rules-difference'
import { valueFrom } from './rules-values'

/**
 * Drafts what was settled elsewhere as the next version of the account's sheet, or as its first: beginning with what is
 * agreed now, each settled term with its reason and condition. What equals the standard is no departure. Refuses as drafting
 * does; a term that cannot say what was settled is left out, and not among the answered codes.
 */
export const draftAgreed = command({
  name: 'terms.draftAgreed',
  ...drafts,
  internal: true,
  input: draftAgreedInput,
  async run(work, { terms, factors, needIds, ...about }) {
    const versionId = await begin(work, about)
    const { standard, departures, agreed } = await findContent(work, versionId)
    const written: string[] = []
    for (const { code, said, reason, condition } of terms) {
      const type = typeOf(code)
      const typed = type && typedOf(type, said, agreed[code])
      if (!type || !typed) continue
      const departs = departures.some((each) => each.code === code)
      if (!isSameValue(valueFrom(type, typed), standard?.content[code])) {
        const grounds = { factors, needIds, reason, condition, unconditional: condition === null }
        const { tiers: _, ...value } = typed
        await work.call(setTerm, { versionId, code, value: { ...value, tiers: [] }, ...noFee, ...grounds })
      } else if (departs) await work.call(removeTerm, { versionId, code })
      written.push(code)
    }
    return { versionId, written }
  },
})

const noFee = {
  evidenceId: null,
  feeItem: null,
  feePurpose: null,
  feeAmountBasis: null,
  feeReference: null,
  feeEvent: null,
  feeBenefit: null,
}

type About = Pick<z.output<typeof draftAgreedInput>, 'accountId' | 'direction' | 'validFrom' | 'note'>

async function begin(work: Work, { accountId, direction, validFrom, note }: About): Promise<string> {
  const sheet = await findWholeSheet(work, { accountId, direction })
  const frame = { validFrom, validTo: null, note }
  const started = sheet
    ? await work.call(draft, { sheetId: sheet.sheetId, kind: 'amendment', ...frame })
    : await work.call(open, { accountId, direction, scope: 'all', scopeName: null, ...frame })
  return started.versionId
}
