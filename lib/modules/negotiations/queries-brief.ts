import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '@/db/schema/global'
import type { Look } from '@/lib/kernel/command'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney } from '@/lib/kernel/money'
import { one } from '@/lib/kernel/one'
import type { Paper, PaperBlock } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { negotiationRef } from './model'
import type { Snapshot } from './model-evidence'
import { mandateBlocks } from './queries-dossier-secret'
import { findNegotiation } from './queries-held'
import { findPreparation, type Prepared } from './queries-preparation'
import { factsOf, headingOf, type PaperSaid, paperSaid, tableUnder, textOf } from './rules-paper'

export const paperRef = negotiationRef.extend({ language: z.enum(['zh-TW', 'en']).optional() })

/** What one knows before a meeting, on one page. The mandate's figures are on it for the mandate group alone. */
export const brief = query({
  name: 'negotiations.brief',
  permission: may.see,
  input: paperRef,
  async run(look, { negotiationId, language = look.actor.locale }): Promise<Paper> {
    const found = await findNegotiation(look, negotiationId)
    const said = paperSaid(language)
    const prepared = await findPreparation(look, found)
    const secret = prepared.inGroup ? await mandateBlocks(look, prepared, said) : []
    const blocks = [
      ...whoBlocks(prepared, said),
      ...whyBlocks(prepared, said),
      ...claimBlocks(prepared, said),
      ...secret,
    ]
    return framed(look, prepared, said.d('briefTitle', { title: prepared.title }), blocks, language)
  },
})

/** A paper of the house for the house: from the company to whoever leads. */
export async function framed(
  { tx, actor }: Look,
  prepared: Prepared,
  title: string,
  blocks: readonly PaperBlock[],
  language: Locale,
): Promise<Paper> {
  const [company] = await tx
    .select({ name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, actor.workspaceId))
  const { name } = one([company].flatMap((each) => each ?? []))
  const lead = prepared.seats.find(({ leads }) => leads)
  return {
    language,
    title,
    reference: null,
    on: prepared.today,
    from: { company: name, person: null },
    to: { company: name, person: lead?.name ?? null, salutation: null },
    blocks,
    closing: null,
  }
}

/** With whom, in which language, where; how to address them; holidays and customs. */
export function whoBlocks(prepared: Prepared, { d, p, word, person, day, list, marks }: PaperSaid): PaperBlock[] {
  const { conduct, counterparts, seats, notes, holidays } = prepared
  const { language, setting } = conduct
  const customs = [conduct.etiquette, ...notes.map(({ text }) => text)].filter((text) => text !== null)
  return [
    ...factsOf([
      [d('account'), prepared.account.name],
      [d('about'), word(`kind_${prepared.kind}`) + marks.aside(word(`direction_${prepared.direction}`))],
      [p('language'), language && person(`language_${language}` as 'language_en')],
      [p('setting'), [setting && p(`setting_${setting}`), conduct.venue].filter(Boolean).join(marks.comma)],
      [p('interpreter'), conduct.interpreter],
      [p('ourSide'), list(seats.map(({ name, part }) => name + marks.aside(word(`part_${part}`))))],
      [p('etiquette'), [...new Set(customs)].join('\n')],
      [p('holidays'), list(holidays.map((each) => `${day(each.day)} ${each.name}`))],
    ]),
    headingOf(p('theirSide')),
    counterparts.length === 0
      ? textOf(d('nobody'))
      : {
          kind: 'table',
          head: [p('person'), p('address'), p('part'), p('style')],
          rows: counterparts.map(({ person: who, part, address, style }) => [
            [who.name, who.title].filter(Boolean).join(marks.comma),
            address ?? who.greeting,
            p(`counterpart_${part}`),
            style ?? '',
          ]),
        },
  ]
}

/** What we want, and what both sides are after. */
export function whyBlocks({ purpose, objective, interests, needs }: Prepared, { d, p, list }: PaperSaid): PaperBlock[] {
  const most = Math.max(interests.us.length, interests.them.length)
  return [
    ...factsOf([
      [d('purpose'), purpose],
      [d('objective'), objective],
      [p('needs'), list(needs.map(({ title }) => title))],
    ]),
    ...tableUnder(p('interests'), {
      head: ['', p('ours'), p('theirs')],
      rows: Array.from({ length: most }, (_, index) => [
        String(index + 1),
        interests.us[index]?.text ?? '',
        interests.them[index]?.text ?? '',
      ]),
    }),
  ]
}

/** The sum of a snapshot in a few words. */
function inShort({ currency, total }: Snapshot, { marks }: PaperSaid): string {
  const { net, growthPct } = total
  const change = growthPct === null ? '' : marks.aside(`${growthPct.startsWith('-') ? '' : '+'}${growthPct} %`)
  return `${formatMoney({ amount: net, currency })}${change}`
}

const claimBlocks = ({ evidence }: Prepared, said: PaperSaid): PaperBlock[] =>
  tableUnder(said.d('claims'), {
    head: [said.d('claim'), said.d('support')],
    rows: evidence.map(({ claim, title, snapshot }) => [
      claim,
      snapshot ? title + said.marks.colon + inShort(snapshot, said) : title,
    ]),
  })
