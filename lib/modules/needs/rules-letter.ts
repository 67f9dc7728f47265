import type { Day } from '@/lib/kernel/day'
import { formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { displayNameOf, greetingOf, type PersonName } from '@/lib/kernel/name'
import type { Paper } from '@/lib/kernel/paper'
import { translatorOf } from '@/lib/kernel/translate'
import { letterMessages } from './messages-letter'
import type { ReviewOutcome } from './model-consultation'
import { no } from './rules'

/** Letters are written in Chinese to those who read it, and in English to everybody else. */
export const letterLanguageOf = (language: string | null): Locale =>
  language === null || ['zh-TW', 'zh-CN', 'nan', 'hak'].includes(language) ? 'zh-TW' : 'en'

type Letter = {
  language: Locale
  on: Day
  company: string
  author: string
  client: string
  person: PersonName
  reviews: readonly { title: string; outcome: ReviewOutcome; words: string | null }[]
}

/** The short letter after a consultation: what was gone through and what was said of each need, for the contact to confirm. */
export function letterOf({ language, on, company, author, client, person, reviews }: Letter): Paper {
  const t = translatorOf(letterMessages, language)
  const noted = reviews.filter((review) => review.words !== null)
  return {
    language,
    title: t('title'),
    reference: null,
    on,
    from: { company, person: author },
    to: { company: client, person: displayNameOf(person, language), salutation: greetingOf(person, language) },
    blocks: [
      { kind: 'text', text: t('opening', { day: formatDay(on, language, 'long') }) },
      {
        kind: 'table',
        head: [t('need'), t('standing')],
        rows: reviews.map((review) => [review.title, t(`outcome_${review.outcome}`)]),
      },
      ...(noted.length > 0
        ? [
            { kind: 'heading' as const, text: t('inYourWords') },
            { kind: 'facts' as const, rows: noted.map((review) => [review.title, review.words ?? ''] as const) },
          ]
        : []),
      { kind: 'text', text: t('pleaseConfirm') },
    ],
    closing: t('closing'),
  }
}

/** A consultation goes through every open need of the contact, each once. */
export function mustReviewAll(open: readonly string[], reviewed: readonly string[]): void {
  if (open.length === 0) throw no('nothingToReview')
  const left = open.filter((needId) => !reviewed.includes(needId)).length
  if (left > 0 || new Set(reviewed).size < reviewed.length) throw no('reviewsLeft', { left })
  if (reviewed.some((needId) => !open.includes(needId))) throw no('reviewsChanged')
}

/** Whoever says that a need has gone or is another one now, says it in words. */
export function mustSayWords(reviews: readonly { outcome: ReviewOutcome; words: string | null }[]): void {
  const silent = reviews.flatMap(({ outcome, words }, index) =>
    words === null && (outcome === 'changed' || outcome === 'dropped') ? [index] : [],
  )
  if (silent.length > 0)
    throw no(
      'wordsMissing',
      {},
      Object.fromEntries(silent.map((index) => [`reviews.${index}.words`, { code: 'wordsMissing' as const }])),
    )
}
