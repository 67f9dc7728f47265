import { formatMoment } from '@/lib/kernel/day'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from './messages'
import type { Letter } from './model'

export type WrittenLetter = { subject: string; text: string; html: string }

/** Writes a letter in the member's language, as text and as simple HTML. The link stands on a line of its own. */
export function writeLetter({ kind, name, locale, by, until, company, link }: Letter, timeZone: string): WrittenLetter {
  const t = translatorOf(messages, locale)
  const words = { by, company, name, until: formatMoment(new Date(until), locale, 'long', 'gregory', timeZone) }
  const subject = oneLine(kind === 'invitation' ? t('invitationSubject', words) : t('resetSubject'))
  const greeting = t('greeting', words)
  const body = t(kind === 'invitation' ? 'invitationBody' : 'resetBody', words)
  const ending = t(kind === 'invitation' ? 'invitationUntil' : 'resetUntil', words)
  const closing = t('closing')
  return {
    subject,
    text: [greeting, body, link, ending, closing].join('\n\n'),
    html: [
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
      '<body style="font-family:sans-serif;line-height:1.6;color:#1c2321;max-width:36rem">',
      ...[greeting, body].map(paragraph),
      `<p><a href="${escaped(link)}" style="display:inline-block;padding:.6rem 1.2rem;background:#1f5c4a;color:#fff;`,
      `text-decoration:none;border-radius:.4rem">${escaped(t('open'))}</a></p>`,
      `<p style="word-break:break-all;color:#5b6661">${escaped(link)}</p>`,
      ...[ending, closing].map(paragraph),
      '</body></html>',
    ].join(''),
  }
}

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
