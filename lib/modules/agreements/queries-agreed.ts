import type { AgreedKpi } from '@/db/schema/agreements'
import { digestOf } from '@/lib/kernel/canonical'
import type { Locale } from '@/lib/kernel/messages'
import type { DifferenceLine } from '@/lib/modules/approvals/model'
import type { AgreementAspect } from './model-values'
import type { SaidKpi } from './rules-approval'

/** A KPI as approvers and readers see it, with a digest of all that was agreed of it. */
export function saidKpi({ key, aspect, content }: AgreedKpi): SaidKpi {
  const { name, englishName, unit, targets } = content as Pick<SaidKpi, 'name' | 'englishName' | 'unit' | 'targets'>
  return { key, aspect: aspect as AgreementAspect, name, englishName, unit, targets, digest: digestOf(content) }
}

/** A difference in the reader's language. */
export const lineSaid = ({ key, label, was, now }: DifferenceLine, locale: Locale) => ({
  key,
  label: label[locale],
  was: was?.[locale] ?? null,
  now: now[locale],
})
