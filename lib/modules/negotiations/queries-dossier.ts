import { eq } from 'drizzle-orm'
import { negotiationInputs } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { flag } from '@/lib/kernel/input'
import type { PaperBlock } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { framed, paperRef, whoBlocks, whyBlocks } from './queries-brief'
import {
  checklistBlocks,
  evidenceBlocks,
  figures,
  inputBlocks,
  issueBlocks,
  stateBlocks,
  termsBlocks,
} from './queries-dossier-prepared'
import { findStudied, mandateBlocks, mandateHistory } from './queries-dossier-secret'
import {
  entryBlocks,
  lessonBlocks,
  noticeBlocks,
  observationBlocks,
  outcomeBlocks,
  roundTable,
} from './queries-dossier-talks'
import { findEntries } from './queries-entries'
import { type FoundNegotiation, findNegotiation } from './queries-held'
import { findInputs } from './queries-inputs'
import { findDebrief } from './queries-lessons'
import { findObservations } from './queries-observations'
import { findOffers, findTrades } from './queries-offers'
import { findVersion } from './queries-outcome'
import { findPreparation } from './queries-preparation'
import { findNotices, findReaders } from './queries-results'
import { isUnsaid } from './rules-offers'
import { headingOf, paperSaid, textOf } from './rules-paper'

export const dossierInput = paperRef.extend({ secret: flag })

/**
 * Everything of a negotiation as one paper: preparation, evidence, rounds, result, notices, lessons, what was seen at the
 * table. Limits, weights, alternatives and what the analysis is worked out from are in it only when they are asked for, and
 * only for the mandate group; asked for by others, they are not.
 */
export const dossier = query({
  name: 'negotiations.dossier',
  permission: may.see,
  input: dossierInput,
  async run(look, { negotiationId, language = look.actor.locale, secret }) {
    const found = await findNegotiation(look, negotiationId)
    const said = paperSaid(language)
    const prepared = await findPreparation(look, found)
    const { issues } = prepared
    const parts = await findParts(look, found, prepared.inGroup)
    const open = secret && prepared.inGroup
    const { alternativeNext } = found.negotiation
    const { timeZone } = look.actor
    const rounds = roundTable(parts.offers, issues, said, timeZone)
    const blocks: PaperBlock[] = [
      ...stateBlocks(found, said),
      ...whoBlocks(prepared, said),
      ...whyBlocks(prepared, said),
      ...termsBlocks(prepared, said),
      ...checklistBlocks(prepared, said),
      ...issueBlocks(issues, said),
      ...inputBlocks(parts.inputs, said),
      ...prepared.evidence.flatMap((piece) => evidenceBlocks(piece, said)),
      headingOf(said.d('rounds')),
      rounds.rows.length === 0 ? textOf(said.d('notYet')) : { kind: 'table', ...rounds },
      ...entryBlocks(parts.entries, said),
      ...outcomeBlocks(found, parts, said, timeZone),
      ...noticeBlocks(parts, said, timeZone),
      ...lessonBlocks(parts.debrief, said),
      ...observationBlocks(parts.observations, said),
      ...(open ? await mandateBlocks(look, prepared, said) : []),
      ...(open ? await mandateHistory(look, negotiationId, { ...parts, alternativeNext }, said) : []),
    ]
    const title = said.d('dossierTitle', { title: prepared.title })
    return {
      paper: await framed(look, prepared, title, blocks, language),
      tables: [
        ...prepared.evidence.flatMap((piece) =>
          piece.snapshot
            ? [{ folder: said.d('evidenceFolder'), name: piece.title, ...figures(piece.snapshot, said) }]
            : [],
        ),
        ...(rounds.rows.length > 0 ? [{ folder: null, name: said.d('roundsFile'), ...rounds }] : []),
      ],
      files: prepared.evidence.flatMap(({ file }) => file ?? []),
      analysed: open ? await findStudied(look, prepared) : null,
      words: { evidence: said.d('evidenceFolder'), leftOut: said.d('leftOut'), readMe: said.d('readMe') },
    }
  },
})
export type Dossier = Awaited<ReturnType<typeof dossier.run>>

/** What the other pages hold. What is not told yet is for the group alone: drafts of offers, and notices under embargo. */
async function findParts(look: Look, { negotiation }: FoundNegotiation, inGroup: boolean) {
  const { id, documentedVersionId } = negotiation
  const [offers, notices, entries, trades, inputs, debrief, observations, version] = await Promise.all([
    findOffers(look, id),
    findNotices(look, id),
    findEntries(look, id),
    findTrades(look, id),
    findInputs(look, eq(negotiationInputs.negotiationId, id), 200),
    findDebrief(look, id),
    findObservations(look, id),
    findVersion(look, documentedVersionId),
  ])
  const told = notices.filter(({ sentAt }) => inGroup || sentAt !== null)
  return {
    ...{ entries, trades, inputs, debrief, observations, version },
    offers: offers.filter((offer) => inGroup || !isUnsaid(offer)),
    notices: told,
    readers: await findReaders(
      look,
      told.map(({ id }) => id),
    ),
  }
}
