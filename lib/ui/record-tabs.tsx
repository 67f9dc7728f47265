'use client'
import { usePathname } from 'next/navigation'
import { RememberRecord } from './recent'
import { Tabs } from './tabs'
import { useVerbs } from './verbs'

type RecordTabsProps = {
  /** The record's own address. */
  base: string
  title: string
  subtitle: string
  label: string
  /** The segment of each part's address, and its word; the first is the record's own page. */
  parts: readonly (readonly [segment: string, label: string])[]
}

/** The parts of a record in their order, also from the palette, which remembers that it was looked at. */
export function RecordTabs({ base, title, subtitle, label, parts }: RecordTabsProps) {
  const here = usePathname()
  const tabs = parts.map(([segment, word]) => {
    const href = segment ? `${base}/${segment}` : base
    return { href, label: word, current: here === href || (href !== base && here.startsWith(`${href}/`)) }
  })
  useVerbs(
    tabs.map((tab) => ({ label: `${title}：${tab.label}`, href: tab.href })),
    label,
  )
  return (
    <>
      <RememberRecord href={base} title={title} subtitle={subtitle} />
      <Tabs label={label} tabs={tabs} />
    </>
  )
}
