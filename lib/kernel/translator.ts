import 'server-only'
import type { Messages } from './messages'
import { readerLocale } from './session'
import { type Translate, translatorOf } from './translate'

/** The sentences of a page's module in the reader's language. */
export const translator = async <M extends Messages>(messages: M): Promise<Translate<M>> =>
  translatorOf(messages, await readerLocale())
