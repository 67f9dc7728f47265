import { cut } from '@/lib/kernel/cut'
import { formatMoment } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from './messages'
import type { Letter, NoticeRequest } from './model'

export type WrittenLetter = { subject: string; text: string; html: string }

const sentences = {
  invitation: { subject: 'invitationSubject', body: 'invitationBody', until: 'invitationUntil' },
  reset: { subject: 'resetSubject', body: 'resetBody', until: 'resetUntil' },
  signing: { subject: 'signingSubject', body: 'signingBody', until: 'clientLinkUntil' },
  signedCopy: { subject: 'signedCopySubject', body: 'signedCopyBody', until: 'clientLinkUntil' },
  clientLink: { subject: 'clientLinkSubject', body: 'clientLinkBody', until: 'clientLinkUntil' },
} as const

/** Writes a letter in its reader's language, as text and as simple HTML. The link stands on a line of its own. */
export function writeLetter({ kind, name, locale, by, until, company, link }: Letter, timeZone: string): WrittenLetter {
  const t = translatorOf(messages, locale)
  const words = { by, company, name, until: formatMoment(new Date(until), locale, 'long', 'gregory', timeZone) }
  const say = sentences[kind]
  const subject = oneLine(t(say.subject, words))
  const [greeting, body, ending, closing] = [
    t('greeting', words),
    t(say.body, words),
    t(say.until, words),
    t('closing'),
  ]
  return {
    subject,
    text: [greeting, body, link, ending, closing].join('\n\n'),
    html: page(locale, subject, [
      ...[greeting, body].map(paragraph),
      `<p><a href="${escaped(link)}" style="display:inline-block;padding:.6rem 1.2rem;background:#1f5c4a;color:#fff;`,
      `text-decoration:none;border-radius:.4rem">${escaped(t('open'))}</a></p>`,
      `<p style="word-break:break-all;color:#5b6661">${escaped(link)}</p>`,
      ...[ending, closing].map(paragraph),
    ]),
  }
}

type Notice = Pick<NoticeRequest, 'kind' | 'name' | 'locale' | 'items'> & { company: string }

/** Writes what a member should know: one line and one link for each matter. `origin` is the product's own address. */
export function writeNotice({ kind, name, locale, items, company }: Notice, origin: string): WrittenLetter {
  const t = translatorOf(messages, locale)
  const [first] = items
  const words = { company, name, count: items.length, text: first?.text ?? '' }
  const subject = cut(oneLine(t(kind === 'notice' ? 'noticeSubject' : 'digestSubject', words)), 200)
  const greeting = t('greeting', words)
  const body = t(kind === 'notice' ? 'noticeBody' : 'digestBody', words)
  const [ending, closing] = [t('noticeEnding'), t('closing')]
  const lines = items.map(({ text, path }) => ({ text: oneLine(text), link: `${origin}${path}` }))
  const settings = `${origin}/notifications`
  return {
    subject,
    text: [
      greeting,
      body,
      ...lines.map(({ text, link }) => `• ${text}\n  ${link}`),
      `${ending}\n${settings}`,
      closing,
    ].join('\n\n'),
    html: page(locale, subject, [
      ...[greeting, body].map(paragraph),
      '<ul>',
      ...lines.map(
        ({ text, link }) => `<li style="margin:.6rem 0"><a href="${escaped(link)}">${escaped(text)}</a></li>`,
      ),
      '</ul>',
      `<p style="color:#5b6661">${escaped(ending)} <a href="${escaped(settings)}">${escaped(t('open'))}</a></p>`,
      paragraph(closing),
    ]),
  }
}

const page = (locale: Locale, subject: string, body: readonly string[]) =>
  [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font-family:sans-serif;line-height:1.6;color:#1c2321;max-width:36rem">',
    ...body,
    '</body></html>',
  ].join('')

/** The letter's text with everything after the link's place masked: what may be kept and shown. */
export function maskedText(letter: Letter, timeZone: string): string {
  const hidden = translatorOf(messages, letter.locale)('masked')
  const place = letter.link.slice(0, letter.link.lastIndexOf('/') + 1)
  return writeLetter({ ...letter, link: `${place}••• (${hidden})` }, timeZone).text
}

/** A header is one line: whatever a name smuggles in becomes a blank. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const paragraph = (text: string) => `<p>${escaped(text)}</p>`
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (each) => entities[each] ?? each)
