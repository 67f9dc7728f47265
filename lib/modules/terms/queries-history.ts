import { and, eq } from 'drizzle-orm'
import { termDepartures } from '@/db/schema/terms'
import { mentionedIn } from '@/lib/kernel/changed'
import { findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { versionRef } from './model'
import { findTypeNames, findVersion } from './queries-held'
import { type VersionSubject, versionHistory } from './rules-history'
import { nameOfType } from './rules-words'

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
    const rows = new Map<VersionSubject, string[]>([
      ['term_versions', [versionId]],
      ['term_departures', [...codes.keys()]],
    ])
    const { changes, older } = await findRowChanges(look, rows, before)
    const [names, files] = await Promise.all([
      findTypeNames(look),
      findFileNames(look, mentionedIn(changes, new Set(['evidenceId']))),
    ])
    const reader = { locale: actor.locale, currency: sheet.currency, files, codes }
    return {
      account: { id: account.id, name: account.name },
      number: version.number,
      older,
      entries: versionHistory(changes, reader).map((entry) => {
        const code = codes.get(entry.rowId)
        return { ...entry, term: code ? nameOfType(code, actor.locale, names) : null }
      }),
    }
  },
})
export type VersionHistory = Awaited<ReturnType<typeof history.run>>
