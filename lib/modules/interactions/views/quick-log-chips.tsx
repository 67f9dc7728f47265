'use client'
import type { RefObject } from 'react'
import { formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { Translate } from '@/lib/kernel/translate'
import { Icon, type IconName } from '@/lib/ui/icon'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { quickLogMessages } from '../messages-quick-log'
import type { Chip, ParsedLine, ReadDay } from '../rules-phrases'
import type { QuickLogState } from './use-quick-log'

type QuickLogChipsProps = { log: QuickLogState; summary: RefObject<HTMLTextAreaElement | null> }

const icons: Readonly<Record<Chip['kind'], IconName>> = {
  happenedAt: 'clock',
  plan: 'calendar-clock',
  nextStep: 'list-checks',
  person: 'user',
  topic: 'tag',
}

/** What was understood of the line. Taking a chip away makes its words plain text again; nothing of the line is lost. */
export function QuickLogChips({ log, summary }: QuickLogChipsProps) {
  const t = useTranslator(quickLogMessages)
  const locale = useLocale()
  const { parsed, chips } = log
  return (
    <ul className={chips.length > 0 ? 'flex flex-wrap gap-2' : 'hush'} aria-live="polite">
      {chips.map((chip) => (
        <li key={chip.key} className={chip.kind === 'plan' ? 'chip info' : 'chip brand'}>
          <Icon name={icons[chip.kind]} />
          <span>{wordsOf(chip, parsed, t, locale)}</span>
          <button
            type="button"
            className="-mr-1.5 grid size-6 place-items-center rounded-full hover:bg-surface"
            aria-label={t('removeChip', { text: chip.label })}
            onClick={() => {
              log.change({ removed: [...log.draft.removed, chip.key] })
              summary.current?.focus()
            }}
          >
            <Icon name="x" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function wordsOf(chip: Chip, parsed: ParsedLine | null, t: Translate<typeof quickLogMessages>, locale: Locale): string {
  const when = (read: ReadDay | undefined) =>
    read ? [formatDay(read.day, locale, 'weekday'), read.time].filter(Boolean).join(' ') : chip.label
  switch (chip.kind) {
    case 'happenedAt':
      return t('chipHappenedAt', { when: when(parsed?.happenedAt) })
    case 'plan':
      return t('chipPlan', { when: when(parsed?.plan) })
    case 'nextStep':
      return t('chipNextStep', { text: parsed?.nextStep?.text ?? chip.label, when: when(parsed?.nextStep) })
    case 'topic':
      return t('chipTopic', { text: chip.label })
    case 'person':
      return chip.label
  }
}
