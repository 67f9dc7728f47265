import { z } from 'zod'
import { agreementSettings } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { type AgreementSettings, usualSettings } from './model-library'
import type { AgreementKind } from './model-values'

export type KeptSettings = AgreementSettings & { id: string | null; version: number | null }

/** How the workspace makes agreements; what usually holds while nobody said. */
export async function findSettings({ tx, actor }: Look): Promise<KeptSettings> {
  const [row] = await tx.select().from(agreementSettings).where(own(agreementSettings, actor))
  if (!row) return { ...usualSettings, id: null, version: null }
  const { workspaceId: _, createdAt: __, ...said } = row
  return {
    ...said,
    letterUpTo: row.letterUpTo && plain(row.letterUpTo),
    fullFrom: row.fullFrom && plain(row.fullFrom),
    fullKinds: row.fullKinds as AgreementKind[],
  }
}

export const settings = query({
  name: 'agreements.settings',
  permission: may.see,
  input: z.strictObject({}),
  run: findSettings,
})
