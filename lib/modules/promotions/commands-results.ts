import { promotionCitations, promotionDirections, promotionResults } from '@/db/schema/promotions'
import { command } from '@/lib/kernel/command'
import { seesMargin } from '@/lib/kernel/rights'
import { changeRow, insertRow, insertRows } from '@/lib/kernel/write'
import { settle as settleNotifications } from '@/lib/modules/notifications/commands'
import { costOf } from '@/lib/modules/products/queries'
import { keepSnapshot, plannedInHand, readAround } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { decideInput, promotionRef, recordResultInput } from './model'
import { countCited, findResult } from './queries-held'
import { mustBeFounded, mustBeOpen, mustHaveEnded, mustKnow, mustKnowCited, mustLieAhead } from './rules'
import { contributionOf, weeksOf } from './rules-periods'

const plans = { permission: may.plan, messages, refreshes: ['/promotions', '/promotions/[promotionId]', '/today'] }

/** Keeps the sales before, during and after as they are on record now, so that a direction can cite them. */
export const keepSales = command({
  name: 'promotions.keepSales',
  ...plans,
  input: promotionRef,
  async run(work, { promotionId }) {
    const held = await plannedInHand(work, promotionId)
    mustBeOpen(held)
    const { id } = await keepSnapshot(work, held, await readAround(work, held))
    return { id }
  },
})

/**
 * Says what came of a promotion that is over; said again, it corrects. Sales and baseline that are not typed are read from
 * the records, and those are kept. What a unit contributes is worked out from costs unless somebody who may know margins
 * types it.
 */
export const recordResult = command({
  name: 'promotions.recordResult',
  ...plans,
  input: recordResultInput,
  async run(work, { promotionId, actualUnits, weeklyBaseline, unitContribution, ...typed }) {
    const held = await plannedInHand(work, promotionId)
    const { promotion, products, today } = held
    mustHaveEnded(held, promotion.storeTo, today)
    const [read, known, costs] = await Promise.all([
      readAround(work, held),
      findResult(work, promotionId),
      costOf(
        work,
        products.map(({ id }) => id),
        promotion.storeFrom,
      ),
    ])
    const { parts, baseline, onRecord } = read.around
    const [, during, after] = parts
    const scope = { baseline, others: read.others, currency: promotion.currency }
    const reckoned = contributionOf(read.sales, scope, costs)
    const result = {
      ...typed,
      weeks: weeksOf(during),
      actualUnits: mustKnow(actualUnits ?? (onRecord ? during.units : null), 'actualUnits'),
      weeklyBaseline: mustKnow(
        weeklyBaseline ?? (onRecord || baseline.typed ? baseline.weekly : null),
        'weeklyBaseline',
      ),
      unitContribution:
        (seesMargin(work.actor) ? unitContribution : null) ?? reckoned ?? known?.unitContribution ?? null,
      baselineFrom: baseline.from,
      baselineTo: baseline.to,
      afterUnits: after.over && onRecord ? after.units : null,
      recordedBy: work.actor.id,
      recordedOn: today,
    }
    if (known) await changeRow(work, promotionResults, { id: known.id }, result)
    else await insertRow(work, promotionResults, { promotionId, ...result })
    if (onRecord) await keepSnapshot(work, held, read)
    await work.call(settleNotifications, { subjectKind: 'promotion', subjectId: promotionId })
    return { id: promotionId }
  },
})

/** Decides where it goes from here, with the sales and promotions that speak for or against it. */
export const decide = command({
  name: 'promotions.decide',
  ...plans,
  input: decideInput,
  async run(work, { promotionId, citations, ...direction }) {
    const held = await plannedInHand(work, promotionId)
    const cited = citations.flatMap(({ stance, ...each }) => (stance ? [{ ...each, stance }] : []))
    mustBeFounded(held, held.facts.hasResult, cited)
    mustLieAhead(direction.reviewOn, held.today)
    const snapshotIds = cited.flatMap(({ snapshotId }) => snapshotId ?? [])
    const promotionIds = cited.flatMap(({ citedPromotionId }) => citedPromotionId ?? [])
    mustKnowCited(cited.length, await countCited(work, { snapshotIds, promotionIds }))
    const said = { ...direction, decidedBy: work.actor.id, decidedOn: held.today }
    const { id } = await insertRow(work, promotionDirections, { promotionId, ...said })
    await insertRows(
      work,
      promotionCitations,
      cited.map((each) => ({ directionId: id, ...each })),
    )
    return { id: promotionId, directionId: id }
  },
})
