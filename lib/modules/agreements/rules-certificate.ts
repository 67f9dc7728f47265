import { type Day, formatMoment } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { PaperBlock } from '@/lib/kernel/paper'
import { paperDay } from '@/lib/kernel/paper-messages'
import { translatorOf } from '@/lib/kernel/translate'
import { paperWords } from './messages-paper'
import { sealMessages } from './messages-seals'
import type { SealKind } from './model-seals'
import type { SignedVia } from './model-signing'

type Signed = {
  name: string
  title: string | null
  part: 'approver' | 'signer'
  side: 'us' | 'them'
  via: SignedVia | null
  signature: { kind: 'typed'; name: string } | { kind: 'drawn'; path: string } | null
  signedOn: Day | null
  noticedAt: Date | null
  openedAt: Date | null
  objectedAt: Date | null
  signedAt: Date | null
  shownHash: string | null
  consentEdition: number | null
  network: string | null
  device: string | null
}

type Certified = {
  language: Locale
  code: string
  number: number
  executedOn: Day | null
  frozenHash: string | null
  contentHash: string
  signatories: readonly Signed[]
  /** What was sealed of this very paper. */
  seals: readonly Sealed[]
}

type Sealed = {
  requestNumber: string | null
  seals: readonly SealKind[]
  copies: number
  acrossPages: boolean
  sealedOn: Day | null
}

/** The certificate behind a signed paper: which paper it was, and who signed it, how, when and from where. */
export function certificateOf({ language, ...about }: Certified): PaperBlock[] {
  const t = translatorOf(paperWords, language)
  const day = (each: Day | null) => (each ? paperDay(each, language) : '')
  const moment = (key: 'noticed' | 'opened' | 'objected' | 'signed', at: Date | null) =>
    at ? [t(`at_${key}`, { at: formatMoment(at, language) })] : []
  const trailOf = (one: Signed): string =>
    [
      ...(one.signedOn ? [t('signedOnDay', { day: day(one.signedOn) })] : []),
      ...moment('noticed', one.noticedAt),
      ...moment('opened', one.openedAt),
      ...moment('objected', one.objectedAt),
      ...moment('signed', one.signedAt),
      ...(one.consentEdition ? [t('consented', { edition: one.consentEdition })] : []),
      ...(one.network ? [t('from', { network: one.network, device: (one.device ?? '').replace('|', ' ') })] : []),
      ...(one.shownHash ? [one.shownHash] : []),
    ].join('\n')
  const howOf = ({ via, signature }: Signed): string =>
    [
      via ? t(`filedAs_${via}`) : '',
      signature?.kind === 'typed' ? t('typed', { name: signature.name }) : signature ? t('drawn') : '',
    ]
      .filter(Boolean)
      .join('\n')
  return [
    { kind: 'heading', text: t('certificate') },
    {
      kind: 'facts',
      rows: [
        [t('versionNumber'), `${about.code} · ${about.number}`],
        [t('executedOn'), day(about.executedOn)],
        [t('frozenHash'), about.frozenHash ?? ''],
        [t('contentHash'), about.contentHash],
      ],
    },
    ...sealedOf(about.seals, language),
    { kind: 'heading', text: t('trail') },
    {
      kind: 'table',
      head: [t('who'), t('how'), t('happened')],
      rows: about.signatories.map((one) => [
        [one.name, one.title, t(`part_${one.part}`)].filter(Boolean).join('\n'),
        howOf(one),
        trailOf(one),
      ]),
    },
  ]
}

/** Under which request it was sealed, with which seals, on how many copies and when. */
function sealedOf(seals: readonly Sealed[], language: Locale): PaperBlock[] {
  if (seals.length === 0) return []
  const t = translatorOf(sealMessages, language)
  const saidOf = ({ seals: kinds, copies, acrossPages, sealedOn }: Sealed): string =>
    [
      ...kinds.map((kind) => t(`kind_${kind}`)),
      t('copiesOf', { copies }),
      ...(acrossPages ? [t('acrossPages')] : []),
      ...(sealedOn ? [`${t('sealedOn')} ${paperDay(sealedOn, language)}`] : []),
    ].join(' · ')
  return [
    { kind: 'heading', text: t('seals') },
    { kind: 'facts', rows: seals.map((each) => [each.requestNumber ?? t('requestNumber'), saidOf(each)] as const) },
  ]
}

/** The names that were drawn rather than typed, to be printed as they were drawn. */
export function drawingsOf(signatories: readonly Pick<Signed, 'name' | 'signature'>[], language: Locale) {
  const t = translatorOf(paperWords, language)
  return signatories.flatMap(({ name, signature }) =>
    signature?.kind === 'drawn' ? [{ label: t('drawnBy', { name }), path: signature.path }] : [],
  )
}
