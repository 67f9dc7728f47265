'use client'
import { Card } from '@/lib/ui/card'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextField } from '@/lib/ui/text-field'
import { addMethod, archiveMethod, restoreMethod } from '../actions'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import { methods } from '../model'
import type { OwnMethod } from '../queries-methods'
import { methodOptions } from './words'

/** The methods of the standard's note 5, each with the workspace's own forms of it. */
export function MethodsPanel({ own, mayConfigure }: { own: readonly OwnMethod[]; mayConfigure: boolean }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const locale = useLocale()
  return (
    <div className="grid gap-4">
      <Card title={t('methods')} flush>
        <ul className="rows">
          {methods.map((method) => (
            <li key={method}>
              <div className="grow">
                <p className="font-medium">{word(`method_${method}`)}</p>
                <ul className="mt-1 flex flex-wrap gap-2">
                  {own
                    .filter((each) => each.basis === method)
                    .map((each) => {
                      const name = locale === 'en' ? (each.englishName ?? each.name) : each.name
                      return (
                        <li key={each.id} className={each.archived ? 'text-muted' : undefined}>
                          {name}{' '}
                          {mayConfigure &&
                            (each.archived ? (
                              <Press
                                action={restoreMethod}
                                values={{ methodId: each.id }}
                                label={`${t('restore')}：${name}`}
                              >
                                {t('restore')}
                              </Press>
                            ) : (
                              <Press
                                action={archiveMethod}
                                values={{ methodId: each.id }}
                                className="button small quiet"
                                label={`${t('archive')}：${name}`}
                              >
                                {t('archive')}
                              </Press>
                            ))}
                        </li>
                      )
                    })}
                </ul>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {mayConfigure && (
        <Card title={t('addMethod')}>
          <Form action={addMethod} submit={t('addMethod')} again warn={false}>
            <div className="form-grid">
              <TextField name="name" label={t('methodName')} required maxLength={80} />
              <TextField name="englishName" label={t('methodEnglishName')} maxLength={80} />
              <SelectField name="basis" label={t('basis')} required options={methodOptions(word)} />
            </div>
          </Form>
        </Card>
      )}
    </div>
  )
}
