import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '@/db/schema/global'
import { members } from '@/db/schema/workspace'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import { id } from '@/lib/kernel/input'
import type { Locale } from '@/lib/kernel/messages'
import { one } from '@/lib/kernel/one'
import { ownRow } from '@/lib/kernel/own'
import type { Paper } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { closedDaysOf } from '@/lib/kernel/workday'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { languages } from './model'
import { findContent } from './queries-submission'
import { outlineOf } from './rules-outline'

/** The bank days in which a sample of payment can fall. */
export async function findBank(look: Look, from: string) {
  return closedDaysOf(await findCalendarDays(look, from, addDays(from, 900)))
}

/** The outline of a version as it leaves the house on a day, today without one, and the hash that an answer names. */
export async function findOutline(look: Look, versionId: string, language: Locale, on?: Day | null) {
  const { version, sheet, account, agreed, departures, names } = await findContent(look, versionId)
  const { tx, actor, now } = look
  const [company, [owner], bank] = await Promise.all([
    tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, actor.workspaceId)),
    tx
      .select({ name: members.name })
      .from(members)
      .where(ownRow(members, actor, account.ownerId)),
    findBank(look, version.validFrom),
  ])
  const paper = outlineOf({
    language,
    on: on ?? dayOf(now, actor.timeZone),
    ourCompany: one(company).name,
    ourPerson: owner?.name ?? null,
    theirCompany: language === 'en' ? (account.englishName ?? account.name) : account.name,
    theirPerson: null,
    number: version.number,
    validFrom: version.validFrom,
    validTo: version.validTo,
    scope: sheet.scope,
    scopeName: sheet.scopeName,
    currency: sheet.currency,
    agreed,
    departures,
    names,
    bank,
  })
  return { paper, paperHash: paperHashOf(paper) }
}

/** The hash of a paper without questions, as signed links reckon it. */
export const paperHashOf = (paper: Paper) => digestOf({ paper, questions: [] })

/** The outline for its page, print and PDF. */
export const outline = query({
  name: 'terms.outline',
  permission: may.see,
  input: z.strictObject({ versionId: id, language: z.enum(languages).default('zh-TW') }),
  run: (look, { versionId, language }) => findOutline(look, versionId, language),
})
