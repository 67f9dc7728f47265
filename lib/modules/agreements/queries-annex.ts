import { canonical } from '@/lib/kernel/canonical-text'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { versionRef } from './model'
import { findVersion } from './queries-held'
import { mayDraftVersion } from './queries-text'
import { findTermsToAgree } from './queries-variables'

/** The trade terms in the annex of a version, in the paper's language, and whether a draft's are others by now; null on their paper. */
export const annex = query({
  name: 'agreements.annex',
  permission: may.see,
  input: versionRef,
  async run(look, { agreementVersionId }) {
    const found = await findVersion(look, agreementVersionId)
    const { agreement, version } = found
    if (agreement.paper === 'theirs') return null
    const mayDraft = mayDraftVersion(look, found, version)
    const now = mayDraft ? (await findTermsToAgree(look, agreement, version)).terms : version.terms
    return {
      versionId: version.id,
      mayDraft,
      known: now.length > 0,
      differs: version.terms.length > 0 && canonical(now) !== canonical(version.terms),
      terms: version.terms.map(({ code, name, said }) => ({
        code,
        name: name[agreement.language],
        said: said[agreement.language],
      })),
    }
  },
})
export type AnnexView = Awaited<ReturnType<typeof annex.run>>
