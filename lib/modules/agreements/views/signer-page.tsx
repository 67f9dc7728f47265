import { formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { Icon } from '@/lib/ui/icon'
import { PaperView } from '@/lib/ui/paper'
import { Press } from '@/lib/ui/press'
import { declinePaper, objectToElectronic, signPaper } from '../actions'
import { signerMessages } from '../messages-signer'
import type { SignerView } from '../queries-signer'
import { DeclineForm, SignForm } from './sign-form'

type SignerPageProps = {
  signer: SignerView
  linkId: string
  contact: { company: string; name: string }
  locale: Locale
}

/** What whoever was sent a link signs: the paper, the notice with the chance to object, the signature; or how it ended. */
export function SignerPage({ signer, linkId, contact, locale }: SignerPageProps) {
  const t = translatorOf(signerMessages, locale)
  const { title, name, code, state, isOver, isTurn, onPaper, signedOn, isExecuted, hasFinal, frozenHash, paper } =
    signer
  const file = `/c/${linkId}/signed-paper`
  const signs = state === 'asked' && isTurn && !onPaper && frozenHash !== null
  if (isOver)
    return (
      <>
        <h1>{title}</h1>
        <p className="notice info">{t(state === 'declined' ? 'overDeclined' : 'over')}</p>
      </>
    )
  return (
    <>
      <h1>{title}</h1>
      <p>{t('forYou', contact)}</p>
      {state === 'signed' && (
        <p className="notice ok" role="status">
          {t('signed', { day: signedOn ? formatDay(signedOn, locale) : '' })} {isExecuted && t('executed')}
        </p>
      )}
      {onPaper && state !== 'signed' && <p className="notice info">{t('onPaper', contact)}</p>}
      {!onPaper && state !== 'signed' && !isTurn && <p className="notice info">{t('notTurn')}</p>}
      <section className="grid gap-3">
        <h2>{t('paper')}</h2>
        <p className="flex flex-wrap gap-2">
          {frozenHash && (
            <a className="button" href={file} download>
              <Icon name="download" />
              {t('download')}
            </a>
          )}
          {hasFinal && (
            <a className="button" href={`${file}?which=final`} download>
              <Icon name="badge-check" />
              {t('downloadFinal')}
            </a>
          )}
        </p>
        <p className="text-muted">
          {code} · {t('hash')} <code className="break-all">{frozenHash}</code>
        </p>
        {paper && state !== 'signed' && <PaperView paper={paper} level={2} />}
      </section>
      {signs && (
        <>
          <section className="grid gap-3">
            <h2>{t('noticeTitle')}</h2>
            <p>{t('notice')}</p>
            <details className="objection">
              <summary>{t('objectTitle')}</summary>
              <div className="grid gap-2">
                <p className="hint">{t('objectHint', contact)}</p>
                <Press action={objectToElectronic} values={{ linkId }}>
                  {t('object')}
                </Press>
              </div>
            </details>
          </section>
          <section className="grid gap-3">
            <h2>{t('signTitle')}</h2>
            <SignForm action={signPaper} who={{ linkId }} shownHash={frozenHash} name={name} />
            <DeclineForm action={declinePaper} who={{ linkId }} />
          </section>
        </>
      )}
    </>
  )
}
