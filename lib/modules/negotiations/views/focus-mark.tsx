import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { Chip } from '@/lib/ui/chip'
import { focusMessages } from '../messages-focus'
import type { TableView } from '../queries-table-page'

/** How an issue stands to the focus, where it is not neutral. */
export function FocusMark({ issue, locale }: { issue: TableView['issues'][number]; locale: Locale }) {
  const t = translatorOf(focusMessages, locale)
  if (issue.stance === 'neutral') return null
  const open = issue.stance === 'against' && issue.consentAt === null
  return (
    <Chip tone={issue.stance === 'supports' ? 'ok' : open ? 'risk' : 'warn'}>
      {t(`stance_${issue.stance}`)}
      {open && ` · ${t('notConsented')}`}
    </Chip>
  )
}
