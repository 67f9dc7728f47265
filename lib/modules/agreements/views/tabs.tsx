'use client'
import { usePathname } from 'next/navigation'
import { useTranslator } from '@/lib/ui/locale'
import { RememberRecord } from '@/lib/ui/recent'
import { Tabs } from '@/lib/ui/tabs'
import { useVerbs } from '@/lib/ui/verbs'
import { pageMessages } from '../messages-pages'

/** The parts of an agreement in their order: the segment of the address, and its word. */
const parts = [
  ['', 'overview'],
  ['text', 'text'],
  ['history', 'history'],
] as const

/** The parts of an agreement, also from the palette. */
export function AgreementTabs({ id, title, account }: { id: string; title: string; account: string }) {
  const t = useTranslator(pageMessages)
  const here = usePathname()
  const base = `/agreements/${id}`
  const tabs = parts.map(([part, word]) => {
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
