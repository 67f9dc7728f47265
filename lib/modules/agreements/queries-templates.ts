import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agreementTemplates } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import type { Direction } from './model'
import { templateRef } from './model-library'
import type { AgreementForm, AgreementKind } from './model-values'

/** The templates in use, by kind and name. */
export async function findTemplates({ tx, actor }: Look, agreementTemplateId?: string) {
  const rows = await tx
    .select()
    .from(agreementTemplates)
    .where(
      and(
        own(agreementTemplates, actor),
        live(agreementTemplates),
        agreementTemplateId ? eq(agreementTemplates.id, agreementTemplateId) : undefined,
      ),
    )
    .orderBy(asc(agreementTemplates.kind), asc(agreementTemplates.name))
    .limit(200)
  return rows.map(({ id, version, name, englishName, kind, form, direction, clauseCodes }) => ({
    ...{ id, version, name, englishName, clauseCodes },
    kind: kind as AgreementKind,
    form: form as AgreementForm,
    direction: direction as Direction,
  }))
}
export type Template = Awaited<ReturnType<typeof findTemplates>>[number]

export const templates = query({
  name: 'agreements.templates',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    return { mayConfigure: isGranted(may.configure, look.actor), templates: await findTemplates(look) }
  },
})
export type TemplatesView = Awaited<ReturnType<typeof templates.run>>

export const template = query({
  name: 'agreements.template',
  permission: may.see,
  input: templateRef,
  async run(look, { agreementTemplateId }) {
    const [found] = await findTemplates(look, agreementTemplateId)
    if (!found) throw new Refusal('notFound')
    return found
  },
})
