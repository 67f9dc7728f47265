import type { Said } from './said'

/** Looks through what was decided, by title, client and reason: a plain form, so that it works without JavaScript. */
export function DecidedSearch({ query, said: { t } }: { query: string; said: Said }) {
  return (
    <search>
      <form action="/review" className="flex flex-wrap items-end gap-2 py-3">
        <input type="hidden" name="tab" value="decided" />
        <label className="grid gap-1">
          <span className="label">{t('searchDecided')}</span>
          <input className="input" type="search" name="q" defaultValue={query} maxLength={200} />
        </label>
        <button type="submit" className="button">
          {t('search')}
        </button>
      </form>
    </search>
  )
}
