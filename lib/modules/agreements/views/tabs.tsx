'use client'
import { useTranslator } from '@/lib/ui/locale'
import { RecordTabs } from '@/lib/ui/record-tabs'
import { pageMessages } from '../messages-pages'

/** The parts of an agreement in their order: the segment of the address, and its word. */
const parts = [
  ['', 'overview'],
  ['text', 'text'],
  ['signing', 'signing'],
  ['obligations', 'obligations'],
  ['kpis', 'kpis'],
  ['advice', 'advice'],
  ['approval', 'approval'],
  ['changes', 'changes'],
  ['term', 'termTab'],
  ['history', 'history'],
] as const

/** The parts of an agreement, also from the palette. */
export function AgreementTabs({ id, title, account }: { id: string; title: string; account: string }) {
  const t = useTranslator(pageMessages)
  return (
    <RecordTabs
      base={`/agreements/${id}`}
      title={title}
      subtitle={account}
      label={t('parts')}
      parts={parts.map(([segment, word]) => [segment, t(word)])}
    />
  )
}
