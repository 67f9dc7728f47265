'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslator } from '@/lib/ui/locale'
import { press } from '@/lib/ui/press'
import { RememberRecord } from '@/lib/ui/recent'
import { Tabs } from '@/lib/ui/tabs'
import { showToast } from '@/lib/ui/toasts'
import { useVerbs, type Verb } from '@/lib/ui/verbs'
import { archiveAccount, restoreAccount } from '../actions'
import { pages } from '../messages'

type AccountTabsProps = { id: string; name: string; subtitle: string; mayEdit: boolean; archived: boolean }

const parts = ['', 'people', 'timeline', 'needs', 'terms', 'reports', 'sales', 'team', 'files', 'history'] as const

/** The parts of an account, and what can be done with it from the palette. */
export function AccountTabs({ id, name, subtitle, mayEdit, archived }: AccountTabsProps) {
  const t = useTranslator(pages)
  const path = usePathname()
  const router = useRouter()
  const base = `/accounts/${id}`
  const tabs = parts.map((part) => {
    const href = part ? `${base}/${part}` : base
    return {
      href,
      label: t(part || 'overview'),
      current: path === href || (part !== '' && path.startsWith(`${href}/`)),
    }
  })
  const back = async () => {
    if (await press(restoreAccount, { accountId: id })) showToast({ text: t('restoredNow', { name }) })
    router.refresh()
  }
  const archive = async () => {
    if (!(await press(archiveAccount, { accountId: id }))) return
    showToast({ text: t('archivedNow', { name }), undo: back })
    router.refresh()
  }
  const verbs: Verb[] = [
    ...tabs.map(({ href, label }) => ({ label: `${name}：${label}`, href })),
    ...(mayEdit && !archived
      ? [{ label: t('editAccount'), icon: 'pencil' as const, keys: 'e', href: `${base}/edit`, alias: 'edit 編輯' }]
      : []),
    ...(mayEdit && !archived
      ? [{ label: t('archive'), icon: 'archive' as const, run: archive, alias: 'archive 封存' }]
      : []),
    ...(mayEdit && archived
      ? [{ label: t('restore'), icon: 'archive-restore' as const, run: back, alias: 'restore 還原' }]
      : []),
  ]
  useVerbs(verbs, t('verbs'))
  return (
    <>
      <RememberRecord href={base} title={name} subtitle={subtitle} />
      <Tabs label={t('tabs')} tabs={tabs} />
    </>
  )
}
