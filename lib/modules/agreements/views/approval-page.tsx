import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { approvalMessages } from '../messages-approval'
import { moveMessages } from '../messages-moves'
import type { AgreementGuard } from '../model-states'
import type { AgreementView } from '../queries'
import type { ApprovalView } from '../queries-approval'
import { SubmitForm, TakeBackForm } from './approval-forms'
import type { Said } from './said'

/** Where each thing that an approval asks for is mended. */
const mendedAt: Readonly<Partial<Record<AgreementGuard, string>>> = {
  partiesGiven: '/facts',
  daysGiven: '/facts',
  ownerGiven: '/edit',
  documentPresent: '/text',
  textFilled: '/text',
}

type ApprovalPageProps = { agreement: AgreementView; approval: ApprovalView; said: Said; children: React.ReactNode }

/** What approvers get to see, what is missing for it, and the way there and back; the run itself is the child. */
export function ApprovalPage({ agreement, approval, said, children }: ApprovalPageProps) {
  const t = translatorOf(approvalMessages, said.locale)
  const mend = translatorOf(moveMessages, said.locale)
  const { unmet, touched, maySubmit, mayTakeBack, contentHash, versionId } = approval
  return (
    <div className="grid gap-5">
      <Card title={t('readiness')}>
        <div className="grid gap-4">
          {approval.state === 'draft' && (
            <section className="grid gap-2">
              {unmet.length === 0 ? (
                <p>{t('ready')}</p>
              ) : (
                <>
                  <h3>{t('toMend')}</h3>
                  <ul className="rows">
                    {unmet.map((guard) => (
                      <li key={guard}>
                        <a className="link grow" href={`/agreements/${agreement.id}${mendedAt[guard] ?? ''}`}>
                          {mend(guard)}
                        </a>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          )}
          <section className="grid gap-2">
            <h3>{t('touches')}</h3>
            <p className="flex flex-wrap gap-2">
              {touched.map((aspect) => (
                <Chip key={aspect} tone="info">
                  {said.word(`aspect_${aspect}`)}
                </Chip>
              ))}
              {touched.length === 0 && <span className="text-muted">{t('noneTouched')}</span>}
            </p>
          </section>
          {approval.state === 'approved' && <p>{t('approvedHash', { hash: contentHash.slice(0, 16) })}</p>}
          {approval.state === 'inApproval' && approval.approved && <p>{t('allConsented')}</p>}
          {maySubmit && unmet.length === 0 && <SubmitForm versionId={versionId} contentHash={contentHash} />}
        </div>
      </Card>
      {children}
      {mayTakeBack && (
        <Card title={t('takeBack')}>
          <TakeBackForm versionId={versionId} />
        </Card>
      )}
    </div>
  )
}
