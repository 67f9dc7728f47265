import type { Look } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { settledValues } from './queries-agreed'
import { findDepartures, findStandards, findTypeNames, findVersion, valuesOf } from './queries-held'
import { keyOfValue, laidOver } from './rules-difference'
import { nameOfType, valueInWords } from './rules-words'

type Asked = { versionId: string; code: string; said: string | boolean | null }

/**
 * One term of a version in the reader's words, standard or departing, with who drafted it; `says` is whether it is what was
 * settled (`said`), null where nothing was, or where a term cannot say it. Null when the version does not speak of it, or was
 * discarded.
 */
export async function findTermOf(look: Look, { versionId, code, said }: Asked) {
  const found = await findVersion(look, versionId).catch(nullIfGone)
  if (!found) return null
  const { version, sheet, account } = found
  const [departures, standards, names] = await Promise.all([
    findDepartures(look, [versionId]),
    findStandards(look, version.standardId ? [version.standardId] : []),
    findTypeNames(look),
  ])
  const standard = standards.get(version.standardId ?? '')?.content ?? {}
  const value = laidOver(standard, valuesOf(departures))[code]
  if (!value) return null
  const settled = said === null ? undefined : settledValues([{ code, said }], { [code]: value }).values[code]
  return {
    accountId: account.id,
    versionId,
    number: version.number,
    name: nameOfType(code, look.actor.locale, names),
    value: valueInWords(code, value, look.actor.locale, sheet.currency),
    departs: departures.some((each) => each.code === code),
    says: settled ? keyOfValue(settled) === keyOfValue(value) : null,
    validFrom: version.validFrom,
    by: version.draftedBy,
  }
}

function nullIfGone(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}
