import { kpiMeasurements } from '@/db/schema/kpis'
import { digestOf } from '@/lib/kernel/canonical'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { findAgreement } from '@/lib/modules/agreements/queries-held'
import { fileAnswer, issueLink } from '@/lib/modules/links/commands'
import type { IssuedLink } from '@/lib/modules/links/model'
import { findAnswers } from '@/lib/modules/links/queries'
import { notify } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { sharingWords } from './messages-sharing'
import { fileReplyInput, hearInput, shareInput, sharingKind } from './model'
import type { SharingState } from './model-states'
import type { KpiUnit } from './model-values'
import { findKpisOfMeasurements, lockKpis } from './queries-intake'
import { findLines, findMeasurement, findOurCompany, findShown } from './queries-sharing'
import { mustBeValue, mustWorkWith } from './rules-measuring'
import { mostLines, no, repliesIn, sharedPaper, theirsIn } from './rules-sharing'
import { sharingStep } from './rules-states'

const refreshes = ['/agreements/[agreementId]/kpis/share', '/agreements/[agreementId]/kpis/[kpiId]']
const shares = { permission: may.share, messages: sharingWords, refreshes }

/**
 * Sends the chosen values to the client as a signed link, which asks for each whether they agree. Its address is shown once;
 * an earlier link about values of this agreement ends.
 */
export const share = command({
  name: 'kpis.share',
  ...shares,
  input: shareInput,
  async run(work, { agreementId, measurementIds, language, ...issuing }): Promise<Partial<IssuedLink>> {
    const { agreement, account } = await findAgreement(work, agreementId)
    mustWorkWith(work.actor, account)
    const wanted = [...new Set(measurementIds)]
    if (wanted.length === 0) throw no('nothingChosen', {}, { measurementIds: { code: 'nothingChosen' } })
    if (wanted.length > mostLines) throw no('tooManyLines', {}, { measurementIds: { code: 'tooManyLines' } })
    await lockKpis(work, await findKpisOfMeasurements(work, wanted))
    const found = await findLines(work, agreementId, wanted)
    if (found.length < wanted.length) throw no('notCurrent')
    await changeEach(
      work,
      kpiMeasurements,
      found.flatMap(({ measurement: { id, sharing, value } }) => {
        const step = sharingStep(sharing, 'share', { value })
        return step.ok ? [{ id, sharing: step.to }] : []
      }),
    )
    const english = language === 'en'
    const { paper, questions } = sharedPaper(
      found.map(({ line }) => line),
      {
        language,
        title: agreement.title,
        on: dayOf(work.now, work.actor.timeZone),
        reference: agreement.code,
        from: { company: await findOurCompany(work), person: work.actor.name },
        to: {
          company: english ? (account.englishName ?? account.name) : account.name,
          person: null,
          salutation: null,
        },
      },
    )
    return work.call(issueLink, {
      purpose: 'kpis',
      subjectKind: sharingKind,
      subjectId: agreementId,
      accountId: account.id,
      restricted: agreement.confidential,
      paper,
      questions,
      href: `/agreements/${agreementId}/kpis/share`,
      ...issuing,
    })
  },
})

/** Files what the client said to one value by LINE, mail or word: it ranks equal to an answer by link. */
export const fileReply = command({
  name: 'kpis.fileReply',
  ...shares,
  input: fileReplyInput,
  async run(work, { measurementId, reply, theirValue: typed, theirSource, ...filing }) {
    await lockRow(work, kpiMeasurements, measurementId)
    const { agreement, account, kpi, measurement } = await findMeasurement(work, measurementId)
    mustWorkWith(work.actor, account)
    const disputes = reply === 'dispute'
    if (disputes && typed.trim() === '')
      throw no('theirValueMissing', {}, { theirValue: { code: 'theirValueMissing' } })
    if (disputes && !theirSource) throw no('theirSourceMissing', {}, { theirSource: { code: 'theirSourceMissing' } })
    const theirValue = disputes
      ? mustBeValue({ value: typed, numerator: '', denominator: '' }, kpi.unit, 'theirValue').value
      : null
    const said = { value: measurement.value, theirValue, theirSource }
    // Whoever answers has seen the number, whichever way it reached them.
    const from: SharingState = measurement.sharing === 'notShared' ? 'shared' : measurement.sharing
    const step = sharingStep(from, reply, said)
    if (!step.ok) throw no('cannotAnswer')
    await work.call(fileAnswer, {
      subjectKind: 'kpiMeasurement',
      subjectId: measurementId,
      purpose: 'kpis',
      accountId: account.id,
      restricted: agreement.confidential,
      personId: null,
      contentHash: digestOf({ measurementId, value: measurement.value }),
      outcome: disputes ? 'objected' : 'confirmed',
      answers: disputes ? { value: theirValue ?? '', source: theirSource ?? '' } : {},
      comment: null,
      ...filing,
    })
    const kept = disputes ? { theirValue, theirSource } : { theirValue: null, theirSource: null }
    await changeRow(
      work,
      kpiMeasurements,
      { id: measurementId },
      { sharing: step.to, ...kept, disputeNote: filing.note, answeredAt: work.now },
    )
    return { agreementId: agreement.id, measurementId }
  },
})

/**
 * After the client answered by link: every line becomes agreed, or disputed with their number and source beside ours. A
 * dispute without a number or a source stays unanswered with what was written, and whoever enters the values is told.
 */
export const hearReplies = command({
  name: 'kpis.hearReplies',
  permission: may.keep,
  messages: sharingWords,
  input: hearInput,
  async run(work, { agreementId, answerId }) {
    mustBeJob(work.actor)
    const { agreement, account } = await findAgreement(work, agreementId)
    const answer = (await findAnswers(work, sharingKind, [agreementId])).get(agreementId)
    if (answer?.id !== answerId) return { agreementId }
    const replies = new Map(repliesIn(answer.answers).map((each) => [each.id, each]))
    const shown = await findShown(work, agreementId, [...replies.keys()])
    const heard = shown.flatMap(({ measurement, unit, ownerId }) => {
      const reply = replies.get(measurement.id)
      if (!reply) return []
      const theirs = theirsIn(reply, unit as KpiUnit)
      const facts = { value: measurement.value, ...theirs }
      const step = sharingStep(measurement.sharing as SharingState, reply.reply, facts)
      const none = { theirValue: null, theirSource: null }
      return [
        {
          ownerId,
          disputes: reply.reply === 'dispute',
          patch: {
            id: measurement.id,
            ...(step.ok && { sharing: step.to, ...(reply.reply === 'dispute' ? theirs : none) }),
            disputeNote: reply.note,
            answeredAt: work.now,
          },
        },
      ]
    })
    await changeEach(
      work,
      kpiMeasurements,
      heard.map(({ patch }) => patch),
    )
    const disputed = heard.filter(({ disputes }) => disputes)
    if (disputed.length > 0)
      await work.call(notify, {
        memberIds: [...new Set([agreement.ownerId, ...disputed.map(({ ownerId }) => ownerId)])],
        kind: 'clientObjected',
        text: saidInAll(sharingWords, 'toldDisputed', (locale) => ({
          account: locale === 'en' ? (account.englishName ?? account.name) : account.name,
          title: agreement.title,
          count: disputed.length,
        })),
        href: `/agreements/${agreementId}/kpis/share`,
        urgent: true,
        subjectKind: 'agreement',
        subjectId: agreementId,
        key: `kpis.disputed:${answerId}`,
      })
    return { agreementId }
  },
})
