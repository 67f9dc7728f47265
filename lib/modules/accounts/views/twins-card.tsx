'use client'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { editAccount, tellApart } from '../actions'
import { pages } from '../messages'
import type { Twin } from '../model'

type TwinsCardProps = { accountId: string; twins: readonly Twin[]; mayEdit: boolean }

/** Accounts that may be the same: open it, place this one under it, or say that they differ. */
export function TwinsCard({ accountId, twins, mayEdit }: TwinsCardProps) {
  const t = useTranslator(pages)
  if (twins.length === 0) return null
  return (
    <div className="notice warn">
      <Icon name="copy" />
      <div className="grow">
        <p className="font-semibold">{t('twinsTitle')}</p>
        <ul className="flex flex-col gap-2">
          {twins.map((twin) => (
            <li key={twin.id} className="flex flex-wrap items-center gap-2">
              <span className="grow">
                <a className="underline" href={`/accounts/${twin.id}`}>
                  {twin.name}
                </a>{' '}
                {t(twin.by === 'name' ? 'twinByName' : 'twinByNumber')} ·{' '}
                {[twin.city, twin.owner].filter(Boolean).join(' · ')}
              </span>
              <a className="button small" href={`/accounts/${twin.id}`}>
                {t('twinOpen')}
              </a>
              {mayEdit && (
                <>
                  <Press action={editAccount} values={{ accountId, parentId: twin.id }}>
                    {t('twinUnit')}
                  </Press>
                  <Press action={tellApart} values={{ accountId, otherId: twin.id }}>
                    {t('twinApart')}
                  </Press>
                </>
              )}
            </li>
          ))}
        </ul>
        <p className="text-muted">{t('twinsHint')}</p>
      </div>
    </div>
  )
}
