'use client'
import { useTranslator } from '@/lib/ui/locale'
import { RecordTabs } from '@/lib/ui/record-tabs'
import { pageMessages } from '../messages-pages'
import type { Path } from '../model'

/** The parts of a formal negotiation in their order: the segment of the address, and its word. */
const formalParts = [
  ['', 'overview'],
  ['preparation', 'preparation'],
  ['issues', 'issues'],
  ['inputs', 'inputs'],
  ['rounds', 'rounds'],
  ['analysis', 'analysis'],
  ['outcome', 'outcome'],
  ['results', 'results'],
  ['observe', 'observe'],
  ['history', 'history'],
] as const

/** A small talk has no workspace. */
const lightParts = [
  ['', 'overview'],
  ['history', 'history'],
] as const

type NegotiationTabsProps = { id: string; title: string; account: string; path: Path }

/** The parts of a negotiation, also from the palette. */
export function NegotiationTabs({ id, title, account, path }: NegotiationTabsProps) {
  const t = useTranslator(pageMessages)
  return (
    <RecordTabs
      base={`/negotiations/${id}`}
      title={title}
      subtitle={account}
      label={t('parts')}
      parts={(path === 'formal' ? formalParts : lightParts).map(([segment, word]) => [segment, t(word)])}
    />
  )
}
