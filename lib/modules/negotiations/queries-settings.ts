import { z } from 'zod'
import { negotiationSettings } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { noThresholds, type Thresholds } from './rules-light'

type Kept = Thresholds & { id: string | null; version: number | null }

/** From when on the formal workspace is due, and by when results are told; what usually holds when nobody said. */
export async function findSettings({ tx, actor }: Look): Promise<Kept> {
  const [row] = await tx
    .select({
      id: negotiationSettings.id,
      version: negotiationSettings.version,
      formalFrom: negotiationSettings.formalFrom,
      formalTiers: negotiationSettings.formalTiers,
      formalTerms: negotiationSettings.formalTerms,
      noticeDays: negotiationSettings.noticeDays,
    })
    .from(negotiationSettings)
    .where(own(negotiationSettings, actor))
  if (!row) return { ...noThresholds, id: null, version: null }
  return { ...row, formalFrom: row.formalFrom && plain(row.formalFrom) }
}

export const settings = query({
  name: 'negotiations.settings',
  permission: may.see,
  input: z.strictObject({}),
  run: findSettings,
})
export type SettingsView = Kept
