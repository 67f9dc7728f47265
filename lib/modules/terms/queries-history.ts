import { and, eq } from 'drizzle-orm'
import { termDepartures } from '@/db/schema/terms'
import { findRowChanges, historyPage } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { versionRef } from './model'
import { findTypeNames, findVersion } from './queries-held'
import { historyOf, type RawChange } from './rules-history'
import { nameOfType } from './rules-words'

type Side = RawChange['before']

/** What happened to a version and its departures, newest first: who, when, from what to what. */
export const history = query({
  name: 'terms.history',
  permission: may.see,
  input: versionRef.extend({ before: optionalId }),
  async run(look, { versionId, before }) {
    const { version, sheet, account } = await findVersion(look, versionId)
    const { tx, actor } = look
    const departures = await tx
      .select({ id: termDepartures.id, code: termDepartures.code })
      .from(termDepartures)
      .where(and(own(termDepartures, actor), eq(termDepartures.versionId, versionId)))
      .limit(500)
    const codes = new Map(departures.map(({ id, code }) => [id, code]))
    const changes = await findRowChanges(
      look,
      new Map([
        ['term_versions', [versionId]],
        ['term_departures', [...codes.keys()]],
      ]),
      before,
    )
    const page = changes.slice(0, historyPage).map((change) => ({
      ...change,
      before: change.before as Side,
      after: change.after as Side,
      code: codes.get(change.rowId) ?? null,
    }))
    const sides = page.flatMap((change) => [change.before, change.after])
    const [names, files] = await Promise.all([
      findTypeNames(look),
      findFileNames(
        look,
        sides.flatMap((side) => (typeof side?.evidenceId === 'string' ? side.evidenceId : [])),
      ),
    ])
    return {
      account: { id: account.id, name: account.name },
      number: version.number,
      older: changes.length > historyPage ? (page.at(-1)?.id ?? null) : null,
      entries: historyOf(page, { locale: actor.locale, currency: sheet.currency, files }).map((entry) => ({
        ...entry,
        term: entry.code && nameOfType(entry.code, actor.locale, names),
      })),
    }
  },
})
export type VersionHistory = Awaited<ReturnType<typeof history.run>>
