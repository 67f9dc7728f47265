import { and, asc, eq, lte, or } from 'drizzle-orm'
import { type AgreedKpi, type AgreedTerm, agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { own } from '@/lib/kernel/own'
import { eachLocale } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { catalogueWords, typeWord } from '@/lib/modules/terms/messages-catalogue'
import { orderOf } from '@/lib/modules/terms/model-catalogue'
import { asOf } from '@/lib/modules/terms/queries'
import type { FoundAgreement } from './queries-held'
import { findNegotiated } from './queries-mismatches'
import { kpiVariables } from './rules-annex'
import { noticeInWords } from './rules-drafting'
import { daysOf, factsOf } from './rules-facts'
import { sidesOf } from './rules-paper'
import { variablesOf } from './rules-values'

type Agreement = FoundAgreement['agreement']
type Version = typeof agreementVersions.$inferSelect

export const localeOf = ({ language }: { language: string }): Locale => (language === 'en' ? 'en' : 'zh-TW')

/**
 * What the variables of a paper are filled with, in its language: parties, days and value of the version, its KPIs, and the
 * terms: as they were negotiated where it writes down talks, otherwise as they hold on its first day. With the points of the
 * talks.
 */
export async function findVariables(look: Look, agreement: Agreement, version: Version) {
  const locale = localeOf(agreement)
  const facts = factsOf(version)
  const today = dayOf(look.now, look.actor.timeZone)
  const from = facts.startsOn ?? today
  const [inForce, kpis, negotiated] = await Promise.all([
    findTermsInForce(look, agreement, from, locale),
    findAgreedKpis(look, version),
    findNegotiated(look, { ...agreement, negotiationId: version.negotiationId }),
  ])
  const settled = negotiated.flatMap(({ termCode, words }) => (termCode ? [[termCode, words] as const] : []))
  const { months, currency, yearlyValue, ...said } = facts
  const [buyer, seller] = sidesOf(agreement.direction, facts)
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
        buyerName: buyer.name,
        sellerName: seller.name,
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
      terms: {
        ...Object.fromEntries(inForce.terms.map(({ code, said }) => [code, said])),
        ...Object.fromEntries(settled),
      },
      kpis: kpiVariables(kpis, locale),
    },
    locale,
  )
  return { locale, variables, negotiated }
}

/** The KPIs as a version leaves them: its own, and those of the signed ones before it that it does not name. */
async function findAgreedKpis({ tx, actor }: Look, { id, agreementId, number }: Version): Promise<AgreedKpi[]> {
  const rows = await tx
    .select({ kpis: agreementVersions.kpis })
    .from(agreementVersions)
    .where(
      and(
        own(agreementVersions, actor),
        eq(agreementVersions.agreementId, agreementId),
        lte(agreementVersions.number, number),
        or(eq(agreementVersions.state, 'executed'), eq(agreementVersions.id, id)),
      ),
    )
    .orderBy(asc(agreementVersions.number))
  return [...new Map(rows.flatMap(({ kpis }) => kpis.map((kpi) => [kpi.key, kpi] as const))).values()]
}

/** The terms of the account in words: those agreed for everything, or the standard while none are; with the sheet they are of. */
async function findTermsInForce(look: Look, { accountId, direction }: Agreement, validOn: Day, locale: Locale) {
  const inLanguage = { ...look, actor: { ...look.actor, locale } }
  const { sheets, standard } = await asOf.run(inLanguage, { accountId, direction, validOn, knownOn: null })
  const sheet = sheets.find(({ scope }) => scope === 'all')
  return { termVersionId: sheet?.versionId ?? null, terms: (sheet ?? standard)?.terms ?? [] }
}

/**
 * The trade terms for the annex of a version, in both languages: as they were negotiated where it writes down talks, the
 * others as they hold on its first day; in the order of the catalogue. With the version of the sheet that they are of.
 */
export async function findTermsToAgree(look: Look, agreement: Agreement, version: Version) {
  const from = version.startsOn ?? dayOf(look.now, look.actor.timeZone)
  const about = { ...agreement, negotiationId: version.negotiationId }
  const [chinese, english, negotiated] = [
    await findTermsInForce(look, agreement, from, 'zh-TW'),
    await findTermsInForce(look, agreement, from, 'en'),
    await findNegotiated(look, about),
  ]
  const found = new Map<string, AgreedTerm>()
  for (const { code, name, said } of chinese.terms) {
    const other = english.terms.find((each) => each.code === code)
    found.set(code, {
      code,
      name: { 'zh-TW': name, en: other?.name ?? name },
      said: { 'zh-TW': said, en: other?.said ?? said },
    })
  }
  for (const { termCode, both } of negotiated)
    if (termCode)
      found.set(termCode, { code: termCode, name: found.get(termCode)?.name ?? nameOf(termCode), said: both })
  const terms = [...found.values()].sort((a, b) => orderOf(a.code) - orderOf(b.code))
  return { terms, termVersionId: chinese.termVersionId }
}

const nameOf = (code: string) => eachLocale((locale) => translatorOf(catalogueWords, locale)(typeWord(code)))
