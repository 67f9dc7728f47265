'use client'
import type { Said } from '@/lib/kernel/said'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { pages } from '../messages-pages'

type WhyPriceProps = { chain: readonly Said[]; lost: readonly Said[]; open?: boolean }

/** Why a price is what it is, in words, with the rules that lost: to stand beside any price. */
export function WhyPrice({ chain, lost, open = false }: WhyPriceProps) {
  const t = useTranslator(pages)
  const locale = useLocale()
  return (
    <details open={open}>
      <summary className="button small quiet w-fit">{t('why')}</summary>
      <ol className="list-decimal ps-6 py-2">
        {chain.map((said) => (
          <li key={said.en}>{said[locale]}</li>
        ))}
      </ol>
      <p className="text-muted">{lost.length > 0 ? t('others') : t('noOthers')}</p>
      {lost.length > 0 && (
        <ul className="list-disc ps-6 text-muted">
          {lost.map((said) => (
            <li key={said.en}>{said[locale]}</li>
          ))}
        </ul>
      )}
    </details>
  )
}
