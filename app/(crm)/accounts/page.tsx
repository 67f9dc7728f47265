import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { translator } from '@/lib/kernel/translator'
import { accountList, drawn, list } from '@/lib/modules/accounts/list'
import { may } from '@/lib/modules/accounts/manifest'
import { words } from '@/lib/modules/accounts/messages'
import { peek } from '@/lib/modules/accounts/queries'
import { AccountTable } from '@/lib/modules/accounts/views/account-table'
import { AccountPeek } from '@/lib/modules/accounts/views/peek'
import { saidFor } from '@/lib/modules/accounts/views/said'
import { may as mayImport } from '@/lib/modules/imports/manifest'
import { words as importWords } from '@/lib/modules/imports/messages'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { Icon } from '@/lib/ui/icon'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(words))('accounts') })

export default async function AccountsPage({ searchParams }: PageProps<'/accounts'>) {
  const [address, actor, said] = [await searchParams, await currentActor(), await saidFor()]
  const [page, views, peeked] = await Promise.all([
    read(list, { sort: said.locale === 'zh-TW' ? 'stroke' : 'name', ...address }),
    read(savedViewsOf, { list: 'accounts' }),
    typeof address.peek === 'string' ? read(peek, { accountId: address.peek }) : null,
  ])
  const mayOpen = isGranted(may.open, actor)
  const importWord = translatorOf(importWords, said.locale)('imports')
  const open = (
    <a className="button primary" href="/accounts/new">
      {said.t('newAccount')}
    </a>
  )
  return (
    <>
      <PageHeader
        title={said.field('accounts')}
        primary={mayOpen && open}
        actions={
          isGranted(mayImport.upload, actor) && (
            <a className="button" href="/imports">
              <Icon name="import" />
              {importWord}
            </a>
          )
        }
      />
      <AccountTable
        page={drawn(page, typeof address.columns === 'string' ? address.columns : undefined)}
        columns={columnViews(accountList)}
        today={said.today}
        mayOpen={mayOpen}
        mayEdit={isGranted(may.edit, actor)}
        views={<SavedViews list="accounts" path="/accounts" address={address} views={views} />}
        peek={peeked && <AccountPeek header={peeked} said={said} />}
      />
    </>
  )
}
