'use client'
import { formatDay } from '@/lib/kernel/day'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { Card } from '@/lib/ui/card'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { EmptyState } from '@/lib/ui/empty-state'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { usePressRows } from '@/lib/ui/press-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addVoice, groupVoices, removeVoice, restoreVoice } from '../actions'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import { needKinds } from '../model'
import { voiceRoutes } from '../model-voices'
import { optionsOf } from './words'

type Group = { product: string; voices: number; first: string; last: string }
type Voice = {
  id: string
  saidOn: string
  route: string
  retailer: string | null
  words: string
  accountId: string | null
  account: string | null
}

/** What consumers speak of most and no need holds yet. */
export function LoudestProducts({ groups, chosen }: { groups: readonly Group[]; chosen: string | null }) {
  const t = useTranslator(pageMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  return (
    <Card
      title={t('loudest')}
      action={
        groups.length > 0 && (
          <a className="button small quiet" href="/imports/new">
            {t('importVoices')}
          </a>
        )
      }
      flush
    >
      {groups.length === 0 && (
        <EmptyState
          icon="message-circle"
          title={t('voicesEmpty')}
          text={t('voicesEmptyText')}
          action={
            <a className="button" href="/imports/new">
              {t('importVoices')}
            </a>
          }
        />
      )}
      <ul className="rows">
        {groups.map((group) => (
          <li key={group.product}>
            <a
              className="grow font-medium"
              href={`/needs/voices?product=${encodeURIComponent(group.product)}`}
              aria-current={group.product === chosen ? 'true' : undefined}
            >
              {group.product}
            </a>
            <span>{t('voiceCount', { count: group.voices })}</span>
            <span className="text-muted">
              {day(group.first)} – {day(group.last)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The voices of one product, to make one need of: all are ticked, slips can be left out. */
export function GroupForm({ product, voices }: { product: string; voices: readonly Voice[] }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const accounts = new Map(
    voices.flatMap((each) => (each.accountId ? [[each.accountId, each.account ?? ''] as const] : [])),
  )
  const [only] = accounts
  const { form, button } = usePressRows({ action: removeVoice, name: 'voiceId', undo: restoreVoice })
  return (
    <Card title={t('groupTitle', { product, count: voices.length })}>
      {form}
      <Form action={groupVoices} submit={t('group')} after="/needs/{id}" warn={false}>
        <TextField name="title" label={t('titleField')} hint={t('groupHint')} required maxLength={200} />
        <div className="form-grid">
          <AccountPicker
            label={t('answeredThrough')}
            hint={t('answeredThroughHint')}
            required
            defaultValue={accounts.size === 1 && only ? { id: only[0], title: only[1] } : null}
          />
          <SelectField
            name="kind"
            label={word('kind')}
            empty={null}
            defaultValue="quality"
            options={optionsOf(word, 'kind', needKinds)}
          />
        </div>
        <fieldset className="field">
          <legend className="label">{t('whichVoices')}</legend>
          <ul className="grid gap-1">
            {voices.map((voice) => (
              <li key={voice.id} className="flex items-start gap-2">
                <label className="tick grow">
                  <input type="checkbox" name="voiceIds" value={voice.id} defaultChecked />
                  <span>
                    {voice.words}
                    <span className="text-muted">
                      {' '}
                      {[
                        formatDay(voice.saidOn, locale, 'short', calendar),
                        word(`route_${voice.route}` as 'route_hotline'),
                        voice.retailer ?? voice.account,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </label>
                <button
                  {...button({
                    id: voice.id,
                    label: t('removeVoice', { words: voice.words.slice(0, 40) }),
                    done: t('voiceRemoved'),
                    className: 'button quiet square small',
                  })}
                >
                  <Icon name="x" />
                </button>
              </li>
            ))}
          </ul>
        </fieldset>
      </Form>
    </Card>
  )
}

/** One voice by hand. */
export function VoiceForm({ today }: { today: string }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  return (
    <details>
      <summary className="button small">{t('addVoice')}</summary>
      <Form action={addVoice} submit={t('addVoice')} again warn={false} className="mt-3">
        <div className="form-grid">
          <TextField name="product" label={t('product')} required maxLength={200} />
          <DateField name="saidOn" label={t('saidOn')} required defaultValue={today} max={today} />
          <SelectField
            name="route"
            label={t('route')}
            empty={null}
            defaultValue="hotline"
            options={optionsOf(word, 'route', voiceRoutes)}
          />
          <AccountPicker label={t('answeredThrough')} />
          <TextField name="retailer" label={t('store')} maxLength={200} />
        </div>
        <TextAreaField name="words" label={t('consumerWords')} required />
      </Form>
    </details>
  )
}
