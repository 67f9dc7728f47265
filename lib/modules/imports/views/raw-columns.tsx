import { dayOf, formatDay } from '@/lib/kernel/day'
import { readerLocale } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { Card, Facts } from '@/lib/ui/card'
import { words } from '../messages'
import { sayReason } from '../model-said'
import type { RawPart } from '../model-views'

/** What imported files said of a record beside our own fields, for the record's page; nothing when they said no more. */
export async function RawColumns({ parts }: { parts: readonly RawPart[] }) {
  if (parts.length === 0) return null
  const [t, locale] = [await translator(words), await readerLocale()]
  const from = ({ fileName, number, at }: RawPart) =>
    t('rawFrom', { file: fileName, row: number, day: formatDay(dayOf(new Date(at)), locale) })
  return (
    <Card title={t('rawTitle')} id="imported">
      <p className="hint mb-3">{t('rawHint')}</p>
      <div className="flex flex-col gap-4">
        {parts.map((part) => (
          <section key={`${part.batchId} ${part.number}`}>
            <p className="mb-2 text-muted">
              {from(part)}
              {part.href && (
                <>
                  {' '}
                  <a className="underline" href={part.href}>
                    {t('openRow')}
                  </a>
                </>
              )}
            </p>
            <Facts facts={part.columns.map(({ title, value }) => ({ label: title, value, wide: value.length > 80 }))} />
            {part.notes.map((note) => (
              <p key={`${note.code} ${note.column}`} className="text-muted">
                {sayReason(note, locale)}
              </p>
            ))}
          </section>
        ))}
      </div>
    </Card>
  )
}
