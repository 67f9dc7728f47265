import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '@/db/schema/global'
import { negotiationAlternatives } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { formatDay } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney } from '@/lib/kernel/money'
import { one } from '@/lib/kernel/one'
import { own } from '@/lib/kernel/own'
import type { Paper, PaperBlock } from '@/lib/kernel/paper'
import { query } from '@/lib/kernel/query'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { messages as contactWords } from '@/lib/modules/contacts/messages'
import { may } from './manifest'
import { dossierWords } from './messages-dossier'
import { preparingPages } from './messages-preparing'
import { words } from './messages-words'
import { negotiationRef } from './model'
import type { Snapshot } from './model-evidence'
import type { OfferValue } from './model-issues'
import type { Issue } from './model-table'
import { findGroup, findNegotiation } from './queries-held'
import { findPreparation, type Prepared } from './queries-preparation'
import { findIssues, findStakes } from './queries-table'
import { valueSaid } from './rules-values'

/** With what a paper about a negotiation is written. */
export type PaperSaid = {
  language: Locale
  d: Translate<typeof dossierWords>
  p: Translate<typeof preparingPages>
  word: Translate<typeof words>
  person: Translate<typeof contactWords>
  day: (day: string) => string
}

export const paperSaid = (language: Locale): PaperSaid => ({
  language,
  d: translatorOf(dossierWords, language),
  p: translatorOf(preparingPages, language),
  word: translatorOf(words, language),
  person: translatorOf(contactWords, language),
  day: (day) => formatDay(day, language, 'long'),
})

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
    const secret = (await findGroup(look, found.negotiation)) ? await mandateBlocks(look, negotiationId, said) : []
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

const facts = (rows: readonly (readonly [string, string | null | undefined | false])[]): PaperBlock => ({
  kind: 'facts',
  rows: rows.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
})

/** With whom, in which language, where; how to address them; holidays and customs. */
export function whoBlocks(prepared: Prepared, { d, p, word, person, day, language: written }: PaperSaid): PaperBlock[] {
  const { conduct, counterparts, seats, notes, holidays } = prepared
  const { language, setting } = conduct
  const customs = [conduct.etiquette, ...notes.map(({ text }) => text)].filter((text) => text !== null)
  return [
    facts([
      [d('account'), prepared.account.name],
      [d('about'), `${word(`kind_${prepared.kind}`)}（${word(`direction_${prepared.direction}`)}）`],
      [p('language'), language && person(`language_${language}` as 'language_en')],
      [p('setting'), [setting && p(`setting_${setting}`), conduct.venue].filter(Boolean).join('，')],
      [p('interpreter'), conduct.interpreter],
      [p('ourSide'), seats.map(({ name, part }) => `${name}（${word(`part_${part}`)}）`).join('、')],
      [p('etiquette'), [...new Set(customs)].join('\n')],
      [p('holidays'), holidays.map((each) => `${day(each.day)} ${each.name}`).join(written === 'en' ? ', ' : '、')],
    ]),
    { kind: 'heading', text: p('theirSide') },
    counterparts.length === 0
      ? { kind: 'text', text: d('nobody') }
      : {
          kind: 'table',
          head: [p('person'), p('address'), p('part'), p('style')],
          rows: counterparts.map(({ person: who, part, address, style }) => [
            [who.name, who.title].filter(Boolean).join('，'),
            address ?? who.greeting,
            p(`counterpart_${part}`),
            style ?? '',
          ]),
        },
  ]
}

/** What we want, and what both sides are after. */
export function whyBlocks({ purpose, objective, interests, needs }: Prepared, { d, p }: PaperSaid): PaperBlock[] {
  const most = Math.max(interests.us.length, interests.them.length)
  return [
    facts([
      [d('purpose'), purpose],
      [d('objective'), objective],
      [p('needs'), needs.map(({ title }) => title).join('、')],
    ]),
    ...(most === 0
      ? []
      : ([
          { kind: 'heading', text: p('interests') },
          {
            kind: 'table',
            head: ['', p('ours'), p('theirs')],
            rows: Array.from({ length: most }, (_, index) => [
              String(index + 1),
              interests.us[index]?.text ?? '',
              interests.them[index]?.text ?? '',
            ]),
          },
        ] satisfies PaperBlock[])),
  ]
}

/** The sum of a snapshot in a few words. */
function inShort({ currency, total }: Snapshot): string {
  const { net, growthPct } = total
  const change = growthPct === null ? '' : `（${growthPct.startsWith('-') ? '' : '+'}${growthPct} %）`
  return `${formatMoney({ amount: net, currency })}${change}`
}

const claimBlocks = ({ evidence }: Prepared, { d }: PaperSaid): PaperBlock[] =>
  evidence.length === 0
    ? []
    : [
        { kind: 'heading', text: d('claims') },
        {
          kind: 'table',
          head: [d('claim'), d('support')],
          rows: evidence.map(({ claim, title, snapshot }) => [
            claim,
            snapshot ? `${title}：${inShort(snapshot)}` : title,
          ]),
        },
      ]

/** What somebody says on an issue, as people read it; nothing where nobody says anything. */
export function saidOn(issue: Issue, value: OfferValue | null | undefined, { d }: PaperSaid): string {
  return value === null || value === undefined ? '' : valueSaid(issue, value, { yes: d('yes'), no: d('no') })
}

/** SECRET: what we want, can bear and weigh, and what we do without this deal. Only for the mandate group. */
export async function mandateBlocks(look: Look, negotiationId: string, said: PaperSaid): Promise<PaperBlock[]> {
  const { tx, actor } = look
  const { d } = said
  const [issues, stakes, alternatives] = await Promise.all([
    findIssues(look, negotiationId),
    findStakes(look, negotiationId),
    tx
      .select({
        side: negotiationAlternatives.side,
        name: negotiationAlternatives.name,
        nextStep: negotiationAlternatives.nextStep,
      })
      .from(negotiationAlternatives)
      .where(
        and(
          own(negotiationAlternatives, actor),
          eq(negotiationAlternatives.negotiationId, negotiationId),
          live(negotiationAlternatives),
        ),
      )
      .orderBy(asc(negotiationAlternatives.side), asc(negotiationAlternatives.id)),
  ])
  const valued = issues.flatMap((issue) => {
    const stake = stakes.get(issue.id)
    if (!stake) return []
    const say = (value: OfferValue | null) => saidOn(issue, value, said)
    const theirs = [say(stake.theirTarget), say(stake.theirLimit)].filter(Boolean).join(' – ')
    const target = issue.kind === 'boolean' ? say(stake.wanted) : say(stake.target)
    return [[issue.name, say(stake.opening), target, say(stake.limit), stake.weight ?? '', theirs]]
  })
  return [
    ...(valued.length === 0
      ? []
      : ([
          { kind: 'heading', text: d('mandate') },
          {
            kind: 'table',
            head: [d('issue'), d('opening'), d('target'), d('limit'), d('weight'), d('theirs')],
            rows: valued,
            note: d('mandateNote'),
          },
        ] satisfies PaperBlock[])),
    ...(alternatives.length === 0
      ? []
      : ([
          { kind: 'heading', text: d('alternatives') },
          {
            kind: 'table',
            head: ['', d('alternative'), d('nextStep')],
            rows: alternatives.map(({ side, name, nextStep }) => [
              said.p(side === 'us' ? 'ours' : 'theirs'),
              name,
              nextStep ?? '',
            ]),
          },
        ] satisfies PaperBlock[])),
  ]
}
