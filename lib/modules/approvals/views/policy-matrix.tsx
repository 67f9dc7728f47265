import { formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from '../messages'
import { policyMessages } from '../messages-policies'
import type { Policy } from '../model-policies'
import type { Matrix } from '../queries-policies'
import { approverWord, conditionWords, demandWords } from './policy-words'

/** Which edition holds, in words. */
export function editionWord(policy: Policy, locale: Locale): string {
  const t = translatorOf(policyMessages, locale)
  if (policy.name === null || policy.validFrom === null) return t('builtIn')
  return t('edition', { number: policy.number, name: policy.name, day: formatDay(policy.validFrom, locale) })
}

/** The matrix of authority: for each kind of matter who decides, when, in which order. Made to be printed. */
export function PolicyMatrix({ matrix, locale }: { matrix: Matrix; locale: Locale }) {
  const t = translatorOf(policyMessages, locale)
  const word = translatorOf(messages, locale)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard through its frame.
    <section className="table-scroll" tabIndex={0} aria-label={t('matrix')}>
      <table className="plain">
        <caption className="sr-only">{t('matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('mode')}</th>
            <th scope="col" className="text-right">
              {t('order')}
            </th>
            <th scope="col" className="text-right">
              {t('hours')}
            </th>
          </tr>
        </thead>
        {matrix.policies.map((policy) => (
          <tbody key={policy.subjectKind}>
            <tr>
              <th colSpan={5} scope="colgroup">
                <a href={`/settings/approvals/${policy.subjectKind}`}>{word(`kind_${policy.subjectKind}`)}</a>{' '}
                <span className="font-normal text-muted">{editionWord(policy, locale)}</span>
              </th>
            </tr>
            {policy.steps.length === 0 && (
              <tr>
                <td colSpan={5}>{t('nobody')}</td>
              </tr>
            )}
            {policy.steps.map((step) => (
              <tr key={JSON.stringify(step)}>
                <td className="min-w-56">{conditionWords(step, locale)}</td>
                <th scope="row">{approverWord(step.approver, matrix.members, locale)}</th>
                <td>{t(`mode_${step.mode}`)}</td>
                <td className="text-right tabular-nums">{step.order}</td>
                <td className="text-right tabular-nums">{step.hours}</td>
              </tr>
            ))}
            {policy.demands.length > 0 && (
              <tr>
                <td colSpan={5} className="text-muted">
                  {t('says_demands', { list: demandWords(policy.demands, locale) })}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </section>
  )
}
