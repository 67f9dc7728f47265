import { consultations, needReviews, needSources, needs } from '@/db/schema/needs'
import { command, todayOf } from '@/lib/kernel/command'
import { translatorOf } from '@/lib/kernel/translate'
import { insertRow, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { findPerson } from '@/lib/modules/contacts/queries'
import { log } from '@/lib/modules/interactions/commands'
import { fileAnswer, issueLink } from '@/lib/modules/links/commands'
import type { IssuedLink } from '@/lib/modules/links/model'
import { plannedAccount, settleAll } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { refreshed } from './model'
import { consultInput, fileLetterInput, sendLetterInput } from './model-consultation'
import { findCompanyName, findConsultation, findOpenNeedsOf, letterHashOf } from './queries-consultation'
import { mustHavePassed } from './rules'
import { letterLanguageOf, letterOf, mustReviewAll, mustSayWords } from './rules-letter'

/**
 * Goes through all open needs of a contact with them: each is still valid, changed, met or dropped. It is logged as a
 * contact, each need gets its review, and a short letter in the contact's language is ready to be confirmed. Refuses when
 * a need was left out, and one that is said to have changed or gone without a word.
 */
export const consult = command({
  name: 'needs.consult',
  permission: may.plan,
  input: consultInput,
  messages,
  refreshes: refreshed,
  async run(work, { accountId, personId, channel, heldOn, summary, reviews }) {
    const account = await plannedAccount(work, accountId)
    const person = await findPerson(work, personId)
    const day = heldOn ?? todayOf(work)
    mustHavePassed(day, todayOf(work), 'heldOn')
    const open = await findOpenNeedsOf(work, accountId, personId)
    mustReviewAll(
      open.map((need) => need.id),
      reviews.map((review) => review.needId),
    )
    mustSayWords(reviews)
    const t = translatorOf(messages, work.actor.locale)
    const contact = await work.call(log, {
      accountId,
      channel,
      summary: summary ?? t('consultationSummary', { person: person.displayName, needs: reviews.length }),
      happenedAt: null,
      day: day === todayOf(work) ? null : day,
      time: null,
      twoWay: true,
      personIds: [personId],
      answeredIds: [personId],
      memberIds: [],
      topics: [],
      nextSteps: [],
      fileIds: [],
      meantAhead: false,
      unchangedIds: [],
      speakerId: null,
    })
    const titles = new Map(open.map((need) => [need.id, need.title]))
    const letter = letterOf({
      language: letterLanguageOf(person.language),
      on: day,
      company: await findCompanyName(work),
      author: work.actor.name,
      client: account.name,
      person,
      reviews: reviews.map(({ needId, outcome, words }) => ({ title: titles.get(needId) ?? '', outcome, words })),
    })
    const held = await insertRow(work, consultations, {
      accountId,
      personId,
      interactionId: contact.id,
      heldBy: work.actor.id,
      heldOn: day,
      letter,
    })
    const about = { accountId, personId }
    await insertRows(
      work,
      needReviews,
      reviews.map((review) => ({ ...review, ...about, consultationId: held.id, reviewedOn: day })),
    )
    await insertRows(
      work,
      needSources,
      reviews
        .filter(({ outcome }) => outcome === 'changed')
        .map(({ needId, words }) => ({
          ...about,
          needId,
          method: 'asking',
          verbatim: words ?? '',
          heardOn: day,
          interactionId: contact.id,
          memberId: work.actor.id,
        })),
    )
    await changeEach(
      work,
      needs,
      reviews.flatMap(({ needId, outcome, words }) =>
        outcome === 'met' || outcome === 'dropped'
          ? [{ id: needId, outcome, outcomeOn: day, outcomeBecause: words }]
          : [],
      ),
    )
    await settleAll(
      work,
      reviews.map((review) => review.needId),
    )
    return { id: held.id, accountId, interactionId: contact.id }
  },
})

/** Makes the signed link by which the contact confirms the letter without an account; its secret is shown once. */
export const sendLetter = command({
  name: 'needs.sendLetter',
  permission: may.plan,
  input: sendLetterInput,
  messages,
  refreshes: ['/(crm)/needs/consultations/[consultationId]'],
  async run(work, { consultationId, personId, mailTo, validDays }): Promise<Partial<IssuedLink>> {
    const { consultation, letter, restricted } = await findConsultation(work, consultationId)
    await plannedAccount(work, consultation.accountId)
    return work.call(issueLink, {
      purpose: 'needsLetter',
      subjectKind: 'consultation',
      subjectId: consultationId,
      accountId: consultation.accountId,
      restricted,
      personId: personId ?? consultation.personId,
      mailTo,
      paper: letter,
      questions: [],
      validDays,
      href: `/needs/consultations/${consultationId}`,
    })
  },
})

/** Files an answer to the letter that came as a LINE message, mail, scan or by word; it ranks with the link. */
export const fileLetterAnswer = command({
  name: 'needs.fileLetterAnswer',
  permission: may.plan,
  input: fileLetterInput,
  messages,
  refreshes: ['/(crm)/needs/consultations/[consultationId]'],
  async run(work, { consultationId, ...said }): Promise<unknown> {
    const { consultation, letter, restricted, person } = await findConsultation(work, consultationId)
    await plannedAccount(work, consultation.accountId)
    await work.call(fileAnswer, {
      ...said,
      subjectKind: 'consultation',
      subjectId: consultationId,
      purpose: 'needsLetter',
      accountId: consultation.accountId,
      restricted,
      personId: consultation.personId,
      person,
      contentHash: letterHashOf(letter),
    })
    return { id: consultationId }
  },
})
