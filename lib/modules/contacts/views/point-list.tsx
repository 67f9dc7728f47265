'use client'
import { Chip } from '@/lib/ui/chip'
import { Icon, type IconName } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { PointKind } from '../model'
import type { PointView } from '../model-people'

export const pointIcons: Readonly<Record<PointKind, IconName>> = {
  mobile: 'phone',
  phone: 'phone',
  email: 'mail',
  line: 'message-circle',
  fax: 'printer',
  other: 'link',
}

/** One way to reach somebody: a link where one tap can do it, the plain text otherwise. */
export function Point({ point }: { point: PointView }) {
  const t = useTranslator(messages)
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Icon name={pointIcons[point.kind]} />
      <span className="hush">{t(`point_${point.kind}`)}</span>
      {point.link ? (
        <a
          href={point.link}
          data-hard=""
          rel="noreferrer"
          className="inline-flex min-h-6 items-center pointer-coarse:min-h-11"
        >
          {point.shown}
        </a>
      ) : (
        <span>{point.shown}</span>
      )}
      {!point.checked && point.kind !== 'other' && (
        <Chip tone="bordered" title={t('uncheckedHint')}>
          {t('unchecked')}
        </Chip>
      )}
    </span>
  )
}

/** How to reach somebody, preferred ways first. */
export function PointList({ points }: { points: readonly PointView[] }) {
  if (points.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {points.map((point) => (
        <li key={point.id}>
          <Point point={point} />
        </li>
      ))}
    </ul>
  )
}
