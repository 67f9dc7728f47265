'use client'
import { usePathname } from 'next/navigation'
import { useTranslator } from '@/lib/ui/locale'
import { RememberRecord } from '@/lib/ui/recent'
import { Tabs } from '@/lib/ui/tabs'
import { useVerbs } from '@/lib/ui/verbs'
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
  const here = usePathname()
  const base = `/negotiations/${id}`
  const tabs = (path === 'formal' ? formalParts : lightParts).map(([part, word]) => {
    const href = part ? `${base}/${part}` : base
    return { href, label: t(word), current: here === href || (href !== base && here.startsWith(`${href}/`)) }
  })
  useVerbs(
    tabs.map(({ href, label }) => ({ label: `${title}：${label}`, href })),
    t('parts'),
  )
  return (
    <>
      <RememberRecord href={base} title={title} subtitle={account} />
      <Tabs label={t('parts')} tabs={tabs} />
    </>
  )
}
