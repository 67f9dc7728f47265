import type { agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { versionRef } from './model'
import type { AgreementKind } from './model-values'
import { findClauses } from './queries-clauses'
import { findVersion } from './queries-held'
import { findEditions } from './queries-library'
import { findSettings } from './queries-settings'
import { findTemplates } from './queries-templates'
import { findVariables } from './queries-variables'
import { filledWords, fittingTemplate, formFactsOf } from './rules-drafting'
import { formOf } from './rules-form'
import { fillText } from './rules-values'

type Version = typeof agreementVersions.$inferSelect

/** The form that a version needs by now, and why. BGM-3.1. */
export async function findForm(look: Look, kind: AgreementKind, version: Version) {
  const [settings, clauses] = await Promise.all([findSettings(look), findClauses(look, version.id)])
  const { yearlyValue, currency, governingLaw } = version
  return formOf(formFactsOf({ kind, yearlyValue, currency, governingLaw }, clauses), settings)
}

/** What helps to write the text of a version: the form and the templates that fit, what is not filled yet, the library's words. */
export const drafting = query({
  name: 'agreements.drafting',
  permission: may.see,
  input: versionRef,
  async run(look, { agreementVersionId }) {
    const { agreement, version } = await findVersion(look, agreementVersionId)
    const clauses = await findClauses(look, version.id)
    const [due, templates, editions, { locale, variables }] = await Promise.all([
      findForm(look, agreement.kind, version),
      findTemplates(look),
      findEditions(
        look,
        clauses.flatMap(({ libraryCode }) => libraryCode ?? []),
      ),
      findVariables(look, agreement, version),
    ])
    const { kind, direction } = agreement
    const open = clauses.map(({ body }) => fillText(body, variables))
    const every = (names: (each: (typeof open)[number]) => string[]) => [...new Set(open.flatMap(names))]
    return {
      ...due,
      fitting: fittingTemplate(templates, { kind, direction, form: due.form })?.id ?? null,
      templates: templates
        .filter((each) => each.direction === direction)
        .map(({ id, name, englishName }) => ({ id, name: locale === 'en' ? englishName : name })),
      unfilled: every(({ unfilled }) => unfilled),
      unknown: every(({ unknown }) => unknown),
      /** Whether some of what is open can be filled by now. */
      mayFill: clauses.some(({ body }, index) => open[index]?.text !== body),
      library: clauses.flatMap(({ id, libraryCode, libraryEdition }) => {
        const found = editions.find(({ code, edition }) => code === libraryCode && edition === libraryEdition)
        if (!found) return []
        const newest = Math.max(...editions.filter(({ code }) => code === libraryCode).map(({ edition }) => edition))
        const plain = locale === 'en' ? found.englishPlain : found.plain
        const { code, edition, walkAway } = found
        return [{ clauseId: id, code, edition, newest, walkAway, plain, ...filledWords(found, locale, variables) }]
      }),
    }
  },
})
export type DraftingView = Awaited<ReturnType<typeof drafting.run>>
export type LibraryHelp = DraftingView['library'][number]
