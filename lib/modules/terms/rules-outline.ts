import { type Day, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { Paper, PaperBlock } from '@/lib/kernel/paper'
import { translatorOf } from '@/lib/kernel/translate'
import type { ClosedDays } from '@/lib/kernel/workday'
import { messages } from './messages'
import { catalogueWords, categoryWord } from './messages-catalogue'
import { categories, orderOf, typeOf } from './model-catalogue'
import type { TermValues } from './model-values'
import { chainOf } from './rules-cost'
import { paymentDaysOf } from './rules-due-dates'
import type { Departure } from './rules-ready'
import { nameOfType, type TypeNames, valueInWords } from './rules-words'

export type Outlined = {
  language: Locale
  on: Day
  ourCompany: string
  ourPerson: string | null
  theirCompany: string
  theirPerson: string | null
  number: number
  validFrom: Day
  validTo: Day | null
  scope: string
  scopeName: string
  currency: string
  agreed: TermValues
  departures: readonly Departure[]
  names: TypeNames
  bank: ClosedDays
}

/**
 * The outline of a client's terms as it leaves the house: what was agreed with what they give for it, and a sample of the
 * payment days. Reasons, factors, costs and the standard stay inside.
 */
export function outlineOf(said: Outlined): Paper {
  const t = translatorOf(messages, said.language)
  const words = translatorOf(catalogueWords, said.language)
  const written = (day: Day) =>
    said.language === 'zh-TW' ? `${formatDay(day, 'zh-TW', 'long', 'roc')}（${day}）` : formatDay(day, 'en', 'long')
  const codes = Object.keys(said.agreed).sort((a, b) => orderOf(a) - orderOf(b))
  const row = (code: string) => {
    const value = said.agreed[code]
    const departure = said.departures.find((each) => each.code === code)
    return [
      nameOfType(code, said.language, said.names),
      value ? valueInWords(code, value, said.language, said.currency) : '',
      departure?.condition ?? '',
    ]
  }
  const blocks: PaperBlock[] = [
    { kind: 'text', text: t('outlineIntro', { from: written(said.validFrom) }) },
    {
      kind: 'facts',
      rows: [
        [
          t('outlineValid'),
          `${written(said.validFrom)} – ${said.validTo ? written(said.validTo) : t('outlineOpenEnd')}`,
        ],
        [t('outlineScope'), t(`scope_${said.scope}` as 'scope_all', { name: said.scopeName })],
      ],
    },
    ...categories.flatMap((category): PaperBlock[] => {
      const own = codes.filter((code) => typeOf(code)?.category === category)
      if (own.length === 0) return []
      const head = [t('outlineTerm'), t('outlineValue'), t('outlineCondition')]
      return [
        { kind: 'heading', text: words(categoryWord(category)) },
        { kind: 'table', head, rows: own.map(row) },
      ]
    }),
    ...sampleOf(said, written),
  ]
  return {
    language: said.language,
    title: t('outlineTitle'),
    reference: t('reference', { account: said.theirCompany, number: said.number }),
    on: said.on,
    from: { company: said.ourCompany, person: said.ourPerson },
    to: { company: said.theirCompany, person: said.theirPerson, salutation: null },
    blocks,
    closing: t('outlineClosing'),
  }
}

function sampleOf({ language, agreed, validFrom, bank }: Outlined, written: (day: Day) => string): PaperBlock[] {
  const chain = chainOf(agreed)
  if (!chain) return []
  const t = translatorOf(messages, language)
  const { invoice, due, paid, cash } = paymentDaysOf(validFrom, chain, bank)
  const days = { invoice: written(invoice), due: written(due), paid: written(paid), cash: written(cash) }
  return [
    { kind: 'heading', text: t('outlinePayment') },
    { kind: 'text', text: t('outlineSample', days) },
  ]
}
