import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { formalAmount } from '@/lib/kernel/formal-amount'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney } from '@/lib/kernel/money'
import type { Paper, PaperBlock } from '@/lib/kernel/paper'
import { paperDay } from '@/lib/kernel/paper-messages'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { paperWords } from './messages-paper'
import type { Direction, Facts } from './model'
import { daysOf, type Framed } from './rules-facts'

/** A table that stands behind the clauses: terms in force, KPIs with their targets. */
export type Annex = { title: string; blocks: readonly PaperBlock[] }

/** Everything that the paper of a version says. */
export type PaperContent = {
  title: string
  code: string
  language: Locale
  direction: Direction
  /** The day that the paper bears. */
  on: Day
  facts: Facts
  clauses: readonly { heading: string; body: string }[]
  annexes: readonly Annex[]
  /** Of a later version what it is and for which days; null of a first one. */
  frame: (Framed & { number: number }) | null
}

const digits = '零一二三四五六七八九'

/** A number of 1 to 999 as Chinese counts articles: 十二, 二十, 一百零五. */
export function chineseNumber(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`
  return `${hundreds > 0 ? `${digits[hundreds]}百` : ''}${ten}${ones > 0 ? digits[ones] : ''}`
}

type Said = { language: Locale; t: Translate<typeof paperWords> }

/** The paper of a version: parties, term and value, the clauses in their order, annexes, and where each side signs. L01. */
export function paperOf(content: PaperContent): Paper {
  const { title, code, language, direction, on, facts, clauses, annexes, frame } = content
  const said = { language, t: translatorOf(paperWords, language) }
  const { t } = said
  const sides = sidesOf(direction, facts)
  const [a, b] = sides.map(({ name }) => name ?? t('unnamed'))
  return {
    language,
    title,
    reference: code,
    on,
    from: { company: facts.ourName ?? t('unnamed'), person: null },
    to: { company: facts.theirName ?? t('unnamed'), person: null, salutation: null },
    blocks: [
      { kind: 'text', text: t('between', { a: a ?? '', b: b ?? '' }) },
      ...(frame ? [{ kind: 'text' as const, text: frameSaid(frame, said) }] : []),
      ...sides.flatMap((side, index) => partyBlocks(side, t(index === 0 ? 'partyA' : 'partyB'), said)),
      { kind: 'heading', text: t('particulars') },
      { kind: 'facts', rows: particularsOf(facts, said) },
      ...clauseBlocks(clauses, said),
      { kind: 'heading', text: t('signatures') },
      {
        kind: 'table',
        head: [t('side'), t('signedBy'), t('seal'), t('signedOn')],
        rows: sides.map(({ name, representative }, index) => [
          t(index === 0 ? 'partyA' : 'partyB'),
          [name ?? t('unnamed'), representative].filter(Boolean).join('\n'),
          '\n\n\n',
          '',
        ]),
      },
      ...annexes.flatMap(({ title: about, blocks }, index): PaperBlock[] => [
        { kind: 'heading', text: t('annex', { number: numbered(index + 1, language), title: about }) },
        ...blocks,
      ]),
    ],
    closing: null,
  }
}

/** That this paper changes what was signed, and for which days. */
function frameSaid({ kind, number, validFrom, validTo }: Framed & { number: number }, { language, t }: Said): string {
  const days = { number, from: paperDay(validFrom, language), to: validTo ? paperDay(validTo, language) : '' }
  return t(kind === 'temporary' ? 'holdsBetween' : 'holdsFrom', days)
}

const numbered = (number: number, language: Locale) => (language === 'en' ? String(number) : chineseNumber(number))

type Side = {
  name: string | null
  businessNumber: string | null
  address: string | null
  representative: string | null
}

/** Both parties, the one that buys first. */
export function sidesOf(direction: Direction, facts: Facts): readonly [buyer: Side, seller: Side] {
  const side = (whose: 'our' | 'their'): Side => ({
    name: facts[`${whose}Name`],
    businessNumber: facts[`${whose}BusinessNumber`],
    address: facts[`${whose}Address`],
    representative: facts[`${whose}Representative`],
  })
  return direction === 'sell' ? [side('their'), side('our')] : [side('our'), side('their')]
}

function partyBlocks(
  { name, businessNumber, address, representative }: Side,
  heading: string,
  { t }: Said,
): PaperBlock[] {
  const rows: [string, string][] = [[t('company'), name ?? t('unnamed')]]
  if (businessNumber) rows.push([t('businessNumber'), businessNumber])
  if (address) rows.push([t('address'), address])
  if (representative) rows.push([t('representative'), representative])
  return [
    { kind: 'heading', text: heading },
    { kind: 'facts', rows },
  ]
}

function particularsOf(facts: Facts, { language, t }: Said): [string, string][] {
  const { startsOn, months, renewal, renewalMonths, noticeCount, noticeUnit, yearlyValue, currency } = facts
  const rows: [string, string][] = []
  if (startsOn) {
    const { endsOn } = daysOf({ ...facts, renewal: 'none', renewalMonths: null }, startsOn)
    const days = {
      from: paperDay(startsOn, language),
      to: endsOn ? paperDay(endsOn, language) : '',
      months: months ?? 0,
    }
    rows.push([t('term'), t(endsOn ? 'termBetween' : 'termFrom', days)])
  }
  if (months) rows.push([t('renewal'), t(`renewal_${renewal}`, { months: renewalMonths ?? 0 })])
  if (noticeCount !== null)
    rows.push([t('notice'), t(noticeUnit === 'day' ? 'noticeDays' : 'noticeMonths', { count: noticeCount })])
  if (yearlyValue !== null) rows.push([t('value'), amountSaid(yearlyValue, currency, language)])
  for (const name of ['valueBasis', 'governingLaw', 'venue'] as const) {
    const value = facts[name]
    if (value) rows.push([t(name), value])
  }
  return rows
}

/** An amount as contracts write it: New Taiwan dollars in financial numerals with the digits beside them. L01. */
function amountSaid(amount: string, currency: string, language: Locale): string {
  const written = formatMoney({ amount: plain(amount), currency })
  const isWritable = currency === 'TWD' && exact(amount).abs().lt('10000000000000000')
  return language === 'zh-TW' && isWritable ? `${formalAmount(amount)}（${written}）` : written
}

function clauseBlocks(clauses: PaperContent['clauses'], { language, t }: Said): PaperBlock[] {
  if (clauses.length === 0) return [{ kind: 'text', text: t('noText') }]
  return clauses.flatMap(({ heading, body }, index): PaperBlock[] => [
    { kind: 'heading', text: t('article', { number: numbered(index + 1, language), heading }) },
    { kind: 'text', text: body },
  ])
}
