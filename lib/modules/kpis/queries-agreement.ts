import { z } from 'zod'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { openEnd } from '@/lib/modules/agreements/model'
import { type FoundAgreement, findAgreement, findLatest } from '@/lib/modules/agreements/queries-held'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { agreementRef } from './model'
import { kpiCategories, type Thresholds } from './model-values'
import { findDefinitions } from './queries-definitions'
import { type FoundKpi, type FoundTarget, findKpisOf, findReadable } from './queries-held'
import { attainmentNow, hasLeft } from './rules-counted'
import { readingOf } from './rules-readings'
import { scorecardOf } from './rules-scorecard'
import { thresholdsOf } from './rules-status'
import { segmentsOf } from './rules-targets'
import { firstDayOf } from './rules-terms'

/** The version that may be changed now by the actor; null when none is drafted, or it is somebody else's to draft. */
export async function findDrafted(look: Look, { agreement, account }: FoundAgreement) {
  const version = await findLatest(look, agreement.id)
  const mine = isGranted(may.agree, look.actor) && mayWorkWith(look.actor, account)
  return mine && version.state === 'draft' ? version : null
}

const nameOf = (kpi: FoundKpi, locale: string) => (locale === 'en' ? kpi.englishName : kpi.name)

/** What a drafted version does with a KPI: it is the first to name it, sets another target, ends it, or leaves it. */
function changeIn(
  versionId: string | null,
  targets: readonly FoundTarget[],
  shown: Thresholds | null,
): 'new' | 'changed' | 'ended' | null {
  const mine = targets.filter(({ target }) => target.versionId === versionId)
  if (mine.length === 0) return null
  if (mine.length === targets.length) return 'new'
  return shown === null ? 'ended' : 'changed'
}

/** The KPIs of an agreement, ours and theirs: what is promised, how each stands and why, and the scorecard. K01, K02, K06. */
export const ofAgreement = query({
  name: 'kpis.ofAgreement',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const found = await findAgreement(look, agreementId)
    const [drafted, all, calendar] = await Promise.all([
      findDrafted(look, found),
      findKpisOf(look, agreementId),
      findFiscalCalendar(look),
    ])
    const today = dayOf(now, actor.timeZone)
    const until = [found.agreement.endsOn, found.agreement.endedOn ?? openEnd].sort()[0] ?? openEnd
    const kpis = all.filter(({ alive }) => alive)
    const ids = kpis.map(({ id }) => id)
    const [readable, names] = await Promise.all([
      findReadable(look, ids),
      findNamesOfMembers(
        look,
        kpis.map(({ ownerId }) => ownerId),
      ),
    ])
    const read = new Map(readable.map((each) => [each.kpi.id, each]))
    const rows = kpis.map((kpi) => {
      const known = read.get(kpi.id)
      const mine = known?.set ?? []
      const usual = mine.filter(({ target }) => !target.seasonal).at(-1)
      const latest = usual ? thresholdsOf(kpi.direction, usual.target) : null
      const change = drafted && changeIn(drafted.id, mine, latest)
      const holding = segmentsOf(known?.targets ?? [], { from: today, to: today })[0]?.thresholds ?? null
      const reading = known ? readingOf(known.kpi, known.targets, known.measured, calendar) : null
      const last = reading?.periods.at(-1) ?? null
      return {
        ...{ id: kpi.id, code: kpi.code, name: nameOf(kpi, actor.locale), unit: kpi.unit, decimals: kpi.decimals },
        ...{ direction: kpi.direction, party: kpi.party, frequency: kpi.frequency, cumulative: kpi.cumulative },
        ...{ consequence: kpi.consequence, weight: plain(kpi.weight), openBreaches: kpi.openBreaches },
        owner: names.get(kpi.ownerId) ?? '—',
        /** What is promised today; what the drafted version makes of it; before it is signed what is drafted. */
        promised: holding ?? latest,
        drafted: change === 'changed' && holding ? latest : null,
        agreed: known !== undefined && known.targets.length > 0,
        change,
        last,
        segments: last && known ? segmentsOf(known.targets, last) : [],
        projection: reading?.projection ?? null,
        trend: (reading?.periods ?? []).slice(-13).map(({ value }) => value),
        missingSince: reading && reading.missingSince <= today ? reading.missingSince : null,
      }
    })
    const counted = rows.flatMap(({ id, agreed, weight, party, last }) => {
      const known = read.get(id)
      if (!agreed || !known || hasLeft(known.kpi, known.targets, until, today)) return []
      return [{ weight, party, attainment: attainmentNow(known.kpi, known.targets, last, { today, calendar }) }]
    })
    const card = (party: readonly string[]) => scorecardOf(counted.filter((row) => party.includes(row.party)))
    return {
      kpis: rows,
      draftedVersionId: drafted?.id ?? null,
      /** The first day on which a KPI that is added now can hold. */
      firstDay: drafted && firstDayOf(drafted),
      measured: rows.some(({ agreed }) => agreed),
      scorecard: { all: card(['us', 'them', 'joint']), us: card(['us', 'joint']), them: card(['them', 'joint']) },
    }
  },
})
export type KpisOfAgreement = Awaited<ReturnType<typeof ofAgreement.run>>

/** What can be agreed: every definition in use by category, in the reader's language. */
export const choices = query({
  name: 'kpis.choices',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { locale } = look.actor
    const definitions = (await findDefinitions(look)).map(({ englishName, name, ...each }) => ({
      ...each,
      name: locale === 'en' ? englishName : name,
    }))
    return kpiCategories.flatMap((category) => {
      const found = definitions.filter((each) => each.category === category)
      return found.length > 0 ? [{ category, definitions: found }] : []
    })
  },
})
export type Choices = Awaited<ReturnType<typeof choices.run>>
