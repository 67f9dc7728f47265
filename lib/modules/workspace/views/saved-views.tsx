import { Fragment } from 'react'
import { translator } from '@/lib/kernel/translator'
import { Icon } from '@/lib/ui/icon'
import { Menu } from '@/lib/ui/menu'
import { viewMessages } from '../messages-views'
import type { SavedView } from '../model-settings'
import { type ListAddress, linkTo, savedSelection, selectionOf } from '../rules-views'
import { DeleteView, SaveView } from './saved-view-forms'

type SavedViewsProps = {
  list: string
  path: string
  /** The page's own address, which says what is shown now. */
  address: ListAddress
  views: readonly SavedView[]
}

/** A list's views as plain links, the one on screen marked, and the way to keep what is on screen as another one. */
export async function SavedViews({ list, path, address, views }: SavedViewsProps) {
  const t = await translator(viewMessages)
  const now = selectionOf(address)
  const drawn = views.map((view) => ({ ...view, selection: savedSelection(view.address) }))
  const fitting = drawn.filter(({ selection }) => selection === now)
  const current = fitting.find(({ mine }) => mine) ?? fitting[0]
  const groups = [
    { title: t('mine'), views: drawn.filter(({ mine }) => mine) },
    { title: t('shared'), views: drawn.filter(({ mine }) => !mine) },
  ].filter((group) => group.views.length > 0)
  const face = (
    <span className="button small quiet">
      <Icon name="bookmark" />
      <span className="hush">{t('view')}</span>
      <span className="max-w-40 truncate">
        {current ? current.name : t(now === '' ? 'allRecords' : 'otherSelection')}
      </span>
      <Icon name="chevron-down" />
    </span>
  )
  return (
    <>
      <Menu label={t('view')} face={face} align="start">
        <ViewLink href={path} label={t('allRecords')} isCurrent={now === ''} />
        {groups.map(({ title, views: group }) => (
          <Fragment key={title}>
            <p className="menu-title">{title}</p>
            {group.map(({ id, name, selection, shared, mine }) => (
              <ViewLink
                key={id}
                href={linkTo(path, selection)}
                label={name}
                mark={mine && shared ? t('sharedMark') : undefined}
                isCurrent={id === current?.id}
              />
            ))}
          </Fragment>
        ))}
        <hr />
        {now === '' ? (
          <p className="menu-title">{t('nothingToSave')}</p>
        ) : (
          <a href={`${linkTo(path, now)}&panel=view`} data-keep-scroll="">
            <Icon name="plus" />
            {t('saveThis')}
          </a>
        )}
        {current?.mine && <DeleteView list={list} path={path} view={current} />}
      </Menu>
      {address.panel === 'view' && now !== '' && <SaveView list={list} path={path} selection={now} />}
    </>
  )
}

type ViewLinkProps = { href: string; label: string; mark?: string | undefined; isCurrent: boolean }

const ViewLink = ({ href, label, mark, isCurrent }: ViewLinkProps) => (
  <a href={href} aria-current={isCurrent ? 'page' : undefined}>
    <span className="grow">{label}</span>
    {mark && <span className="whitespace-nowrap text-muted">{mark}</span>}
    {isCurrent && <Icon name="check" />}
  </a>
)
