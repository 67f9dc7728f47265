import { fileTypeFromBuffer } from 'file-type'
import { archiveEntries, unpackedSize } from '@/lib/kernel/spreadsheet/archive'
import { Unreadable } from '@/lib/kernel/spreadsheet/unreadable'
import { mostUnpacked } from './model'

export type Media = { mediaType: string; extensions: readonly string[] }
export type MediaRefusal =
  | 'fileNotAllowed'
  | 'fileActive'
  | 'fileMacros'
  | 'fileHarmful'
  | 'fileBroken'
  | 'fileUnpacksTooLarge'
export type MediaCheck = { media: Media; refused: null } | { media: null; refused: MediaRefusal }

/** What may be stored, by what its content says it is. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/avif': ['avif'],
  'image/tiff': ['tif', 'tiff'],
  'image/bmp': ['bmp'],
  'application/pdf': ['pdf'],
  'application/rtf': ['rtf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
}

/** Old Office files and Outlook messages share one container; their extension says which they are. */
const compound: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}

const plainText: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/csv',
  eml: 'message/rfc822',
}

const harmless = (mediaType: string, extensions: readonly string[]): MediaCheck => ({
  media: { mediaType, extensions },
  refused: null,
})
const refuse = (refused: MediaRefusal): MediaCheck => ({ media: null, refused })

/**
 * What a file really is, read from its content; the name decides only between kinds that share one container or are
 * plain text. Refused: everything that is not on the list, whatever can carry a program (HTML, SVG, macros), what is packed
 * to fill a disk or a memory, and the signature by which virus scanners are tested.
 */
export async function mediaOf(content: Uint8Array, name: string): Promise<MediaCheck> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (bytes.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')) return refuse('fileHarmful')
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const found = await fileTypeFromBuffer(bytes)
  if (!found) return textOf(bytes, extension)
  const { mime } = found
  if (/macro/i.test(mime)) return refuse('fileMacros')
  if (/xml|html|svg/.test(mime) && !(mime in allowed)) return refuse('fileActive')
  if (mime === 'application/x-cfb') return compoundOf(bytes, extension)
  const extensions = allowed[mime]
  if (!extensions) return refuse('fileNotAllowed')
  const inside = packed.test(mime) ? insideOf(bytes) : null
  return inside ? refuse(inside) : harmless(mime, extensions)
}

/** Kinds of document that are archives of files. */
const packed = /openxmlformats|oasis\.opendocument/
/** Where Office and OpenDocument keep their programs. */
const programs = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/./i

/** What is wrong inside a packed document, by its own list of its files; nothing is unpacked to find out. */
function insideOf(bytes: Buffer): MediaRefusal | null {
  try {
    const entries = archiveEntries(bytes)
    if (unpackedSize(entries) > mostUnpacked) return 'fileUnpacksTooLarge'
    return entries.some(({ path }) => programs.test(path)) ? 'fileMacros' : null
  } catch (error) {
    if (error instanceof Unreadable) return 'fileBroken'
    throw error
  }
}

function compoundOf(bytes: Buffer, extension: string): MediaCheck {
  if (bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le'))) return refuse('fileMacros')
  const mediaType = compound[extension]
  return mediaType ? harmless(mediaType, [extension]) : refuse('fileNotAllowed')
}

const markup = /<\s*(!doctype|html|head|body|svg|script|iframe|object|embed|\?xml|!entity)/i

function textOf(bytes: Buffer, extension: string): MediaCheck {
  const utf16 =
    bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
  if (bytes.includes(0) && !utf16) return refuse('fileNotAllowed')
  const mediaType = plainText[extension]
  const start = bytes.subarray(0, 4096).toString(utf16 ? 'utf16le' : 'latin1')
  if (mediaType !== 'message/rfc822' && markup.test(start)) return refuse('fileActive')
  return mediaType ? harmless(mediaType, [extension]) : refuse('fileNotAllowed')
}
