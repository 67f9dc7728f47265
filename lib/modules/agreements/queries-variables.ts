import type { agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { asOf } from '@/lib/modules/terms/queries'
import type { FoundAgreement } from './queries-held'
import { findNegotiated } from './queries-mismatches'
import { noticeInWords } from './rules-drafting'
import { daysOf, factsOf } from './rules-facts'
import { variablesOf } from './rules-values'

type Agreement = FoundAgreement['agreement']
type Version = typeof agreementVersions.$inferSelect

export const localeOf = ({ language }: { language: string }): Locale => (language === 'en' ? 'en' : 'zh-TW')

/**
 * What the variables of a paper are filled with, in its language: parties, days and value of the version, and the terms: as
 * they were negotiated where it writes down talks, otherwise as they hold on its first day. With the points of the talks.
 */
export async function findVariables(look: Look, agreement: Agreement, version: Version) {
  const locale = localeOf(agreement)
  const facts = factsOf(version)
  const today = dayOf(look.now, look.actor.timeZone)
  const from = facts.startsOn ?? today
  const [inForce, negotiated] = await Promise.all([
    findTermsInForce(look, agreement, from, locale),
    findNegotiated(look, { ...agreement, negotiationId: version.negotiationId }),
  ])
  const settled = negotiated.flatMap(({ termCode, words }) => (termCode ? [[termCode, words] as const] : []))
  const { months, currency, yearlyValue, ...said } = facts
  const variables = variablesOf(
    {
      texts: {
        ourName: said.ourName,
        ourBusinessNumber: said.ourBusinessNumber,
        ourAddress: said.ourAddress,
        ourRepresentative: said.ourRepresentative,
        theirName: said.theirName,
        theirBusinessNumber: said.theirBusinessNumber,
        theirAddress: said.theirAddress,
        theirRepresentative: said.theirRepresentative,
        governingLaw: said.governingLaw,
        venue: said.venue,
        title: agreement.title,
        code: agreement.code,
        months: months === null ? null : String(months),
        noticeDays: noticeInWords(facts, locale),
      },
      days: { startsOn: facts.startsOn, endsOn: daysOf(facts, from).endsOn },
      yearlyValue,
      currency,
      terms: { ...inForce, ...Object.fromEntries(settled) },
      kpis: {},
    },
    locale,
  )
  return { locale, variables, negotiated }
}

/** The terms of the account in words, by code: those agreed for everything, or the standard while none are. */
async function findTermsInForce(look: Look, { accountId, direction }: Agreement, validOn: Day, locale: Locale) {
  const inLanguage = { ...look, actor: { ...look.actor, locale } }
  const { sheets, standard } = await asOf.run(inLanguage, { accountId, direction, validOn, knownOn: null })
  const terms = (sheets.find(({ scope }) => scope === 'all') ?? standard)?.terms ?? []
  return Object.fromEntries(terms.map(({ code, said }) => [code, said]))
}
