import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import type { Paper } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { SealKind } from './model-seals'
import { signingRef } from './model-signing'
import { findAmended } from './queries-approval'
import { findClauses } from './queries-clauses'
import { findVersion } from './queries-held'
import { findSeals } from './queries-seals'
import { findSignatories, findToSign, type HeldVersion } from './queries-signatories'
import { kpiAnnexes, termAnnexes } from './rules-annex'
import { certificateOf, drawingsOf } from './rules-certificate'
import { factsOf, frameOf } from './rules-facts'
import { paperOf } from './rules-paper'

/** What the paper of a version says now, and the hash of its content. A version that is signed says it for ever. */
export const paper = query({
  name: 'agreements.paper',
  permission: may.see,
  input: signingRef,
  async run(look, { agreementVersionId }): Promise<{ paper: Paper; contentHash: string; isDraft: boolean }> {
    const found = await findVersion(look, agreementVersionId)
    const { contentHash, state } = found.version
    const isDraft = state !== 'outForSignature' && state !== 'executed'
    return { paper: await written(look, found), contentHash, isDraft }
  },
})

/** The signed paper with its certificate behind it; their own paper stays beside it as the file that it is. */
export const signedPaper = query({
  name: 'agreements.signedPaper',
  permission: may.see,
  input: signingRef,
  async run(look, { agreementVersionId }) {
    const found = await findVersion(look, agreementVersionId)
    const { agreement, version } = found
    if (version.state !== 'executed') return null
    const { contentHash, frozenHash, number, executedOn } = version
    const paper = await written(look, found)
    const signatories = await findSignatories(look, agreementVersionId)
    const { code } = agreement
    const { language } = paper
    const seals = (await findSeals(look, agreement.id))
      .filter(({ paperHash }) => paperHash !== null && paperHash === frozenHash)
      .map((each) => ({ ...each, seals: each.seals as SealKind[] }))
    const about = { language, code, number, executedOn, frozenHash, contentHash, signatories, seals }
    const signed: Paper = { ...paper, blocks: [...paper.blocks, ...certificateOf(about)] }
    return { paper: signed, contentHash, drawings: drawingsOf(signatories, language) }
  },
})

/**
 * What the paper of a version says now, with the hash by which a paper to work with is known: of all its words but the day
 * that it bears. It is a draft until everybody has signed.
 */
export async function findPaperNow(look: Look, found: Written) {
  const paper = await written(look, found)
  const { contentHash, state } = found.version
  return { paper, paperHash: digestOf({ ...paper, on: null, contentHash }), isDraft: state !== 'executed' }
}

/** The same as `paper` for whoever was asked to sign it: the link that they hold has decided. */
export const findPaperToSign = async (look: Look, versionId: string): Promise<Paper> =>
  written(look, await findToSign(look, versionId))

type Written = Pick<HeldVersion, 'agreement'> & {
  version: Omit<HeldVersion['version'], 'state'> & { state: string }
}

async function written(look: Look, { agreement, version }: Written): Promise<Paper> {
  const frame = frameOf(version)
  return paperOf({
    title: agreement.title,
    code: agreement.code,
    language: agreement.language,
    direction: agreement.direction,
    on: dayOf(look.now, look.actor.timeZone),
    facts: factsOf(version),
    clauses: await findClauses(look, version.id),
    annexes: [
      ...termAnnexes(version.terms, agreement.language),
      ...kpiAnnexes(version.kpis, agreement.language, await findAmended(look, version)),
    ],
    frame: frame && { ...frame, number: version.number },
  })
}
