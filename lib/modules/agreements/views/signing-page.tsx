import { formatMoment } from '@/lib/kernel/day'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { Card, Facts } from '@/lib/ui/card'
import { Chip, type Tone } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { declineOwn, removeSignatory, signOwn } from '../actions'
import { signingPages } from '../messages-signing-pages'
import type { SealStep } from '../model-seals'
import type { SignatoryView, SigningView } from '../queries-signing'
import type { Delivery, DeliveryKind } from '../rules-deliveries'
import type { Said } from './said'
import { SealCard, SealStepCard, SealsBeside } from './seal-card'
import { DeclineForm, SignForm } from './sign-form'
import {
  AddSignatoryForm,
  DeclinedForm,
  ProvisionalForm,
  RecallForm,
  RecordSignedForm,
  SendOutForm,
  SigningLinkForm,
} from './signing-forms'

type Member = { id: string; name: string }
type SigningPageProps = {
  agreement: { id: string; title: string; account: { id: string } }
  signing: SigningView
  members: readonly Member[]
  /** Whose signature or refusal is being filed. */
  filing: { signatoryId: string; step: 'signed' | 'declined' | 'link' } | null
  /** Of which request for seals the next step is being recorded. */
  sealing: { agreementSealId: string; step: SealStep } | null
  /** Whether the provisional terms are being changed. */
  amending: boolean
  said: Said
}
type PartProps = SigningPageProps & { t: Translate<typeof signingPages>; back: string }

const titles = { signed: 'recordTitle', declined: 'declineTitle', link: 'linkTitle' } as const
const beforeSending = ['draft', 'inApproval', 'approved']

/** Who signs the latest version, how far that is, and what can be done about it now. */
export function SigningPage(props: SigningPageProps) {
  const { agreement, signing, filing, sealing, members, said } = props
  const t = translatorOf(signingPages, said.locale)
  const back = `/agreements/${agreement.id}/signing`
  const one = signing.signatories.find(({ id }) => id === filing?.signatoryId)
  const { mayDraft, agreementVersionId: versionId, state } = signing
  if (one && filing && mayDraft && state === 'outForSignature')
    return (
      <Card title={t(titles[filing.step], { name: one.name })}>
        {filing.step === 'declined' && <DeclinedForm signatory={one} back={back} />}
        {filing.step === 'signed' && one.method === 'seal' && one.side === 'us' && (
          <SealsBeside seals={signing.seals} said={said} />
        )}
        {filing.step === 'signed' && <RecordSignedForm signatory={one} today={said.today} back={back} />}
        {filing.step === 'link' && <SigningLinkForm signatory={one} title={agreement.title} back={back} />}
      </Card>
    )
  const seal = signing.seals.find(({ id, mayKeep }) => mayKeep && id === sealing?.agreementSealId)
  if (seal && sealing) return <SealStepCard seal={seal} step={sealing.step} members={members} said={said} back={back} />
  const part = { ...props, t, back }
  return (
    <div className="grid gap-5">
      <Standing {...part} />
      <OwnSignature {...part} />
      <Provisional {...part} />
      <Card title={t('signatories')}>
        {signing.signatories.length === 0 ? (
          <EmptyState icon="users" title={t('nobodyYet')} text={t('nobodyYetText')} />
        ) : (
          <Signatories {...part} />
        )}
      </Card>
      <SealCard signing={signing} members={members} said={said} back={back} />
      {mayDraft && state === 'approved' && (
        <Card title={t('sendOut')}>
          <SendOutForm
            versionId={versionId}
            electronic={signing.signatories.some(({ method }) => method === 'electronic')}
          />
        </Card>
      )}
      {mayDraft &&
        beforeSending.includes(state) &&
        (['us', 'them'] as const).map((side) => (
          <Card key={side} title={t(side === 'us' ? 'addOurs' : 'addTheirs')}>
            <AddSignatoryForm
              versionId={versionId}
              side={side}
              accountId={agreement.account.id}
              members={members}
              mails={signing.mails}
            />
          </Card>
        ))}
      {mayDraft && state === 'outForSignature' && (
        <Card title={t('recall')}>
          <RecallForm versionId={versionId} />
        </Card>
      )}
    </div>
  )
}

function Standing({ signing, said, t }: PartProps) {
  const { state, number, executedOn, daysLate, validFrom, stateReason, frozenHash, hasPaper } = signing
  return (
    <Card
      title={t('standing')}
      action={daysLate > 0 && <Chip tone="warn">{t(executedOn ? 'late' : 'lateSoFar', { days: daysLate })}</Chip>}
    >
      <div className="grid gap-3">
        <p>{t(`standing_${state}`, { number, day: daySaid(executedOn, said) })}</p>
        {daysLate > 0 && <p className="text-muted">{t('lateWhy', { from: daySaid(validFrom, said) })}</p>}
        {state === 'draft' && stateReason && <p className="notice warn">{t('backToDraft', { reason: stateReason })}</p>}
        {state === 'outForSignature' && !hasPaper && <p className="notice info">{t('paperMaking')}</p>}
        {hasPaper && (
          <>
            <Facts
              facts={[{ label: t('frozenHash'), value: <code className="break-all">{frozenHash}</code>, wide: true }]}
            />
            <p className="flex flex-wrap gap-2">
              <a className="button" href={`/api/agreements/${signing.agreementVersionId}`} download>
                <Icon name="download" />
                {t('downloadPaper')}
              </a>
              {signing.hasFinal && (
                <a className="button" href={`/api/agreements/${signing.agreementVersionId}?which=final`} download>
                  <Icon name="badge-check" />
                  {t('finalPaper')}
                </a>
              )}
            </p>
          </>
        )}
      </div>
    </Card>
  )
}

/** Which terms held until a late version was signed, and what shows it. */
function Provisional({ signing, amending, said, t, back }: PartProps) {
  const { daysLate, provisional: kept, mayDraft, validFrom, agreementVersionId } = signing
  if (daysLate === 0 || (!kept && !mayDraft)) return null
  return (
    <Card
      title={t('provisional')}
      action={
        kept && mayDraft && !amending ? (
          <a className="button small" href={`${back}?provisional=edit`}>
            <Icon name="pencil" />
            {t('provisionalEdit')}
          </a>
        ) : null
      }
    >
      <div className="grid gap-3">
        <p className="text-muted">{t('provisionalText', { from: daySaid(validFrom, said) })}</p>
        {kept && !amending && (
          <Facts
            facts={[
              { label: t('provisionalTerms'), value: kept.terms, wide: true },
              { label: t('provisionalNote'), value: kept.note, wide: true },
              {
                label: t('provisionalFile'),
                value: kept.file && <a href={`/api/files/${kept.file.id}`}>{kept.file.name}</a>,
                wide: true,
              },
            ]}
          />
        )}
        {mayDraft && (!kept || amending) && <ProvisionalForm versionId={agreementVersionId} kept={kept} back={back} />}
      </div>
    </Card>
  )
}

/** The reader's own signature, when it is their turn. */
function OwnSignature({ signing, t, back }: PartProps) {
  const mine = signing.signatories.find(({ isMine, isTurn }) => isMine && isTurn)
  const { frozenHash, state } = signing
  if (!mine || state !== 'outForSignature' || frozenHash === null) return null
  const who = { signatoryId: mine.id }
  return (
    <Card title={t('yourTurn')}>
      <SignForm action={signOwn} who={who} shownHash={frozenHash} name={mine.name} after={back} />
      <DeclineForm action={declineOwn} who={who} after={back} />
    </Card>
  )
}

const tones: Readonly<Record<SignatoryView['state'], Tone>> = {
  waiting: 'plain',
  asked: 'info',
  signed: 'ok',
  declined: 'risk',
  void: 'plain',
}

function Signatories(props: PartProps) {
  const { signing, said, t } = props
  return (
    <RecordTable
      caption={t('signatories')}
      sentences
      columns={[
        { label: t('name') },
        { label: t('side') },
        { label: t('part') },
        { label: t('order'), numeric: true },
        { label: t('method') },
        { label: t('state') },
      ]}
      rows={signing.signatories.map((one) => ({
        key: one.id,
        cells: [
          [one.name, one.title].filter(Boolean).join(' · '),
          t(`side_${one.side}`),
          t(`part_${one.part}`),
          one.order,
          t(`method_${one.method}`),
          <div key="state" className="flex flex-wrap items-center gap-2">
            <Chip tone={tones[one.state]}>{t(`state_${one.state}`)}</Chip>
            {one.via && <span className="text-muted">{`${t(`via_${one.via}`)} ${daySaid(one.signedOn, said)}`}</span>}
            {one.isObjecting && <Chip tone="warn">{t('objected')}</Chip>}
            {one.state === 'asked' && one.openedAt && <span className="text-muted">{t('opened')}</span>}
            <Steps {...props} one={one} />
            <Delivered {...props} one={one} />
          </div>,
        ],
      }))}
    />
  )
}

/** How the links of one came to them, said plainly where somebody has to hand them over. */
function Delivered({ one, said, t }: PartProps & { one: SignatoryView }) {
  const says = [
    one.delivery && {
      key: 'delivery',
      ...one.delivery,
      text: t(`delivery_${one.delivery.kind}`, wordsOf(one.delivery, said)),
    },
    one.copy && { key: 'copy', ...one.copy, text: t(`copy_${one.copy.kind}`, wordsOf(one.copy, said)) },
  ].flatMap((each) => each || [])
  return says.map(({ key, kind, text }) => (
    <p key={key} className={handedOver.has(kind) ? 'notice warn w-full' : 'w-full text-muted'}>
      {text}
    </p>
  ))
}

const handedOver: ReadonlySet<DeliveryKind> = new Set(['noAddress', 'noServer', 'failed', 'expired'])
const wordsOf = ({ mailTo, at }: Delivery, { locale, calendar, timeZone }: Said) => ({
  mailTo: mailTo ?? '',
  at: at ? formatMoment(new Date(at), locale, 'short', calendar, timeZone) : '',
})

function Steps({ signing, one, t, back }: PartProps & { one: SignatoryView }) {
  const { name } = one
  const { state, mayDraft, hasPaper } = signing
  return (
    <>
      {one.fileId && (
        <a className="button small" href={`/api/files/${one.fileId}`} download aria-label={t('proofOf', { name })}>
          <Icon name="paperclip" />
        </a>
      )}
      {mayDraft && beforeSending.includes(state) && (
        <Press action={removeSignatory} values={{ signatoryId: one.id }} label={t('remove', { name })}>
          <Icon name="x" />
        </Press>
      )}
      {mayDraft && state === 'outForSignature' && hasPaper && one.isTurn && (
        <>
          {one.side === 'them' && one.method === 'electronic' && (
            <a className="button small" href={`${back}?link=${one.id}`} aria-label={t('linkFor', { name })}>
              {t('link')}
            </a>
          )}
          <a className="button small" href={`${back}?signed=${one.id}`} aria-label={t('record', { name })}>
            {t('file')}
          </a>
          <a className="button small" href={`${back}?declined=${one.id}`} aria-label={t('decline', { name })}>
            {t('state_declined')}
          </a>
        </>
      )}
    </>
  )
}
