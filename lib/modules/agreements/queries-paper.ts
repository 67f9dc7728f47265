import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import type { Paper } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { signingRef } from './model-signing'
import { findClauses } from './queries-clauses'
import { findVersion } from './queries-held'
import { kpiAnnexes } from './rules-annex'
import { factsOf } from './rules-facts'
import { paperOf } from './rules-paper'

/** What the paper of a version says now, and the hash of its content. A version that is signed says it for ever. */
export const paper = query({
  name: 'agreements.paper',
  permission: may.see,
  input: signingRef,
  async run(look, { agreementVersionId }): Promise<{ paper: Paper; contentHash: string; isDraft: boolean }> {
    const { version } = await findVersion(look, agreementVersionId)
    const isDraft = version.state !== 'outForSignature' && version.state !== 'executed'
    return { paper: await findPaper(look, agreementVersionId), contentHash: version.contentHash, isDraft }
  },
})

async function findPaper(look: Look, versionId: string): Promise<Paper> {
  const { agreement, version } = await findVersion(look, versionId)
  return paperOf({
    title: agreement.title,
    code: agreement.code,
    language: agreement.language === 'en' ? 'en' : 'zh-TW',
    direction: agreement.direction,
    on: dayOf(look.now, look.actor.timeZone),
    facts: factsOf(version),
    clauses: await findClauses(look, versionId),
    annexes: kpiAnnexes(version.kpis, agreement.language === 'en' ? 'en' : 'zh-TW'),
  })
}
