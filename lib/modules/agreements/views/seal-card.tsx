import { addDays } from '@/lib/kernel/day'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { withdrawSeal } from '../actions'
import { sealMessages } from '../messages-seals'
import type { SealState, SealStep } from '../model-seals'
import type { SealView } from '../queries-seals'
import type { SigningView } from '../queries-signing'
import type { Said } from './said'
import { MarkSealedForm, RequestSealForm, ReturnOriginalForm, SendOriginalForm } from './seal-forms'

type Member = { id: string; name: string }
type SealsProps = { signing: SigningView; members: readonly Member[]; said: Said; back: string }
type T = Translate<typeof sealMessages>

const tones: Readonly<Record<SealState, Tone>> = { asked: 'info', sealed: 'ok', away: 'warn', back: 'ok' }
const titles = { sealed: 'markSealedOf', sent: 'sendOriginalOf', returned: 'returnOriginalOf' } as const

/** So many days an original is usually out. */
const usuallyOut = 14

/** Requests for seals of an agreement, where the originals are, and what can be recorded of them now. */
export function SealCard({ signing, members, said, back }: SealsProps) {
  const t = translatorOf(sealMessages, said.locale)
  const { seals, mayDraft, state, agreementVersionId } = signing
  const mayAsk = mayDraft && (state === 'approved' || state === 'outForSignature')
  if (seals.length === 0 && !mayAsk) return null
  return (
    <Card title={t('seals')}>
      {seals.length === 0 ? (
        <EmptyState icon="file-text" title={t('noSeals')} text={t('noSealsText')} />
      ) : (
        <RecordTable
          caption={t('seals')}
          sentences
          columns={[
            { label: t('requestNumber') },
            { label: t('kinds') },
            { label: t('custodian') },
            { label: t('state') },
          ]}
          rows={seals.map((seal) => ({
            key: seal.id,
            cells: [
              seal.number,
              <div key="kinds" className="grid gap-1">
                <span>{kindsSaid(seal, t)}</span>
                {seal.note && <span className="text-muted">{seal.note}</span>}
              </div>,
              <div key="custodian" className="grid gap-1">
                <span>{[seal.custodian, seal.keptAt].filter(Boolean).join(' · ')}</span>
                <span className="text-muted">{t('askedBy', { name: seal.askedBy })}</span>
              </div>,
              <div key="state" className="flex flex-wrap items-center gap-2">
                <Standing seal={seal} said={said} t={t} />
                <Steps seal={seal} signing={signing} back={back} t={t} />
              </div>,
            ],
          }))}
        />
      )}
      {mayAsk && !seals.some((seal) => seal.state === 'asked') && (
        <details className="mt-4">
          <summary>{t('requestSeal')}</summary>
          <RequestSealForm versionId={agreementVersionId} members={members} />
        </details>
      )}
    </Card>
  )
}

const kindsSaid = ({ seals, copies, acrossPages }: SealView, t: T): string =>
  [
    ...seals.map((each) => t(`kind_${each}`)),
    t('copiesOf', { copies }),
    ...(acrossPages ? [t('acrossPages')] : []),
  ].join(' · ')

/** How far one is, with its days. */
function Standing({ seal, said, t }: { seal: SealView; said: Said; t: T }) {
  const days = (['sealedOn', 'sentOn', 'dueBackOn', 'returnedOn'] as const).filter(
    (field) => seal[field] !== null && !(field === 'dueBackOn' && seal.state === 'back'),
  )
  return (
    <>
      <Chip tone={tones[seal.state]}>{t(`state_${seal.state}`)}</Chip>
      {seal.daysOverdue > 0 && <Chip tone="risk">{t('overdue', { days: seal.daysOverdue })}</Chip>}
      {seal.isOtherPaper && <Chip tone="warn">{t('otherPaper')}</Chip>}
      {days.length > 0 && (
        <span className="text-muted">
          {days.map((field) => `${t(field)} ${daySaid(seal[field], said)}`).join(' · ')}
        </span>
      )}
    </>
  )
}

type StepsProps = { seal: SealView; signing: SigningView; back: string; t: T }

function Steps({ seal, signing, back, t }: StepsProps) {
  const { id, number, state, mayKeep } = seal
  const isOut = ['outForSignature', 'executed'].includes(signing.state)
  const next: readonly SealStep[] = [
    ...(isOut && signing.hasPaper && !seal.sealedOn ? (['sealed'] as const) : []),
    ...(isOut && !seal.sentOn ? (['sent'] as const) : []),
    ...(state === 'away' ? (['returned'] as const) : []),
  ]
  const words = { sealed: 'markSealed', sent: 'sendOriginal', returned: 'returnOriginal' } as const
  return (
    <>
      {seal.fileId && (
        <a className="button small" href={`/api/files/${seal.fileId}`} download aria-label={t('scanOf', { number })}>
          <Icon name="paperclip" />
        </a>
      )}
      {mayKeep &&
        next.map((step) => (
          <a
            key={step}
            className="button small"
            href={`${back}?seal=${id}&step=${step}`}
            aria-label={t(titles[step], { number })}
          >
            {t(words[step])}
          </a>
        ))}
      {signing.mayDraft && state === 'asked' && (
        <Press action={withdrawSeal} values={{ agreementSealId: id }} label={t('withdrawSeal', { number })}>
          <Icon name="x" />
        </Press>
      )}
    </>
  )
}

type StepProps = Omit<SealsProps, 'signing'> & { seal: SealView; step: SealStep }

/** The form of one step of a request. */
export function SealStepCard({ seal, step, members, said, back }: StepProps) {
  const t = translatorOf(sealMessages, said.locale)
  const { today } = said
  const one = { agreementSealId: seal.id, today, back }
  return (
    <Card title={t(titles[step], { number: seal.number })}>
      <p className="text-muted">{kindsSaid(seal, t)}</p>
      {step === 'sealed' && <MarkSealedForm {...one} />}
      {step === 'sent' && <SendOriginalForm {...one} dueBackOn={addDays(today, usuallyOut)} />}
      {step === 'returned' && <ReturnOriginalForm {...one} members={members} keeperId={seal.custodianId} />}
    </Card>
  )
}

/** What was asked to be sealed, said beside the scan that is filed. */
export function SealsBeside({ seals, said }: { seals: readonly SealView[]; said: Said }) {
  const t = translatorOf(sealMessages, said.locale)
  if (seals.length === 0) return <p className="notice info">{t('noneBeside')}</p>
  return (
    <ul className="grid gap-2">
      {seals.map((seal) => (
        <li key={seal.id} className="flex flex-wrap items-center gap-2">
          <strong>{seal.number}</strong>
          <span>{kindsSaid(seal, t)}</span>
          <Standing seal={seal} said={said} t={t} />
        </li>
      ))}
    </ul>
  )
}
