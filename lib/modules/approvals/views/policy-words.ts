import { plain } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatPrice } from '@/lib/kernel/money'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from '../messages'
import { policyMessages } from '../messages-policies'
import { type Aspect, aspects } from '../model'
import {
  approverChoices,
  type Demand,
  demandNames,
  flagNames,
  type PolicyStep,
  thresholdNames,
} from '../model-policies'

type Named = readonly { id: string; name: string }[]

/** Who decides at a step, in words. */
export function approverWord(approver: string, members: Named, locale: Locale): string {
  if (approver.startsWith('member:')) return members.find(({ id }) => approver === `member:${id}`)?.name ?? '—'
  return translatorOf(messages, locale)(`level_${approver.replace(':', '_')}` as 'level_managerOf')
}

/** The choices of an approver: roles and disciplines first, then members by name. */
export const approverOptions = (members: Named, locale: Locale) => [
  ...approverChoices.map((value) => ({ value, label: approverWord(value, members, locale) })),
  ...members.map(({ id, name }) => ({ value: `member:${id}`, label: name })),
]

const inMoney: readonly (typeof thresholdNames)[number][] = ['valueOver', 'writeOffOver']
const limitWord = (name: (typeof thresholdNames)[number], amount: string) =>
  inMoney.includes(name) ? formatPrice({ amount, currency: 'TWD' }) : plain(amount)

const demandWord = (demand: Demand, locale: Locale) => translatorOf(messages, locale)(`demand_${demand}`)

/** What a submission must have, in words. */
export const demandWords = (demands: readonly Demand[], locale: Locale): string =>
  demands.map((demand) => demandWord(demand, locale)).join(locale === 'zh-TW' ? '、' : ', ')

/** What a policy may demand, to choose from. */
export const demandOptions = (locale: Locale) =>
  demandNames.map((value) => ({ value, label: demandWord(value, locale) }))

/** When a step is demanded, in words; nothing said means always. */
export function conditionWords(step: PolicyStep, locale: Locale): string {
  const t = translatorOf(policyMessages, locale)
  const said = [
    ...thresholdNames.flatMap((name) =>
      step[name] === null ? [] : [t(`says_${name}`, { value: limitWord(name, step[name]) })],
    ),
    ...flagNames.flatMap((name) => (step[name] ? [t(`says_${name}`)] : [])),
  ]
  const when = said.join(locale === 'zh-TW' ? `、${t('or')}` : ` ${t('or')} `)
  const about = aspectWords(step.aspects, locale)
  if (about) return when ? t('says_aspectsAnd', { list: about, when }) : t('says_aspects', { list: about })
  return when || t('always')
}

const aspectWord = (aspect: Aspect, locale: Locale) => translatorOf(messages, locale)(`aspect_${aspect}`)
const aspectWords = (about: readonly Aspect[], locale: Locale): string =>
  about.map((aspect) => aspectWord(aspect, locale)).join(locale === 'zh-TW' ? '、' : ', ')

/** What a step may be limited to, to choose from. */
export const aspectOptions = (locale: Locale) => aspects.map((value) => ({ value, label: aspectWord(value, locale) }))
