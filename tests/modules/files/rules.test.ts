import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { dispositionOf } from '@/lib/kernel/download'
import { fileNameOf } from '@/lib/modules/files/rules'
import { mediaOf } from '@/lib/modules/files/rules-media'

const text = (value: string) => new Uint8Array(Buffer.from(value))
const office = (main: string, type: string, more: Record<string, string> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    ),
    [main]: strToU8('<x/>'),
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, strToU8(value)])),
  })
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const odt = 'application/vnd.oasis.opendocument.text'
const openDocument = (part: string) =>
  zipSync({ mimetype: [strToU8(odt), { level: 0 }], 'content.xml': strToU8('<x/>'), [part]: strToU8('<x/>') })
const compound = (inside = '') =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')]),
  )

describe('what a file is', () => {
  it.each([
    ['a.pdf', text('%PDF-1.7 …'), 'application/pdf'],
    ['a.docx', office('word/document.xml', `${word}.main+xml`), word],
    ['a.odt', openDocument('styles.xml'), odt],
    ['a.doc', compound(), 'application/msword'],
    ['信件.msg', compound(), 'application/vnd.ms-outlook'],
    ['名單.csv', text('\ufeff名稱,城市\n大安食品,台中'), 'text/csv'],
    ['memo.txt', new Uint8Array(Buffer.from('a4e5', 'hex')), 'text/plain'],
    ['mail.eml', text('From: a@b\nContent-Type: text/html\n\n<html>'), 'message/rfc822'],
    ['photo.exe', new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')), 'image/png'],
  ])('%s is read from its content', async (name, content, mediaType) => {
    expect((await mediaOf(content, name)).media?.mediaType).toBe(mediaType)
  })

  it.each([
    ['drawing.svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'fileActive'],
    ['drawing.svg', text('<?xml version="1.0"?><svg/>'), 'fileActive'],
    ['page.html', text('<!DOCTYPE html><html>'), 'fileActive'],
    ['innocent.txt', text('  <script>alert(1)</script>'), 'fileActive'],
    ['innocent.csv', text('a,b\n<iframe src=x>'), 'fileActive'],
    ['script.js', text('alert(1)'), 'fileNotAllowed'],
    ['tool.pdf', text('MZ\u0090\u0000'), 'fileNotAllowed'],
    ['archive.docx', zipSync({ 'a.txt': strToU8('x') }), 'fileNotAllowed'],
    ['macro.docm', office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'), 'fileMacros'],
    ['hidden.docx', office('word/document.xml', `${word}.main+xml`, { 'word/vbaProject.bin': 'x' }), 'fileMacros'],
    ['hidden.odt', openDocument('Basic/Standard/Module1.xml'), 'fileMacros'],
    ['macro.xls', compound('_VBA_PROJECT'), 'fileMacros'],
    ['setup.msi', compound(), 'fileNotAllowed'],
    ['nothing', new Uint8Array([0, 1, 2, 3]), 'fileNotAllowed'],
    ['virus.txt', text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), 'fileHarmful'],
  ])('%s is refused', async (name, content, why) => {
    expect((await mediaOf(content, name)).refused).toBe(why)
  })
})

describe('what a file is called', () => {
  it.each([
    ['../../etc/passwd', ['txt'], 'passwd.txt'],
    ['C:\\照片\\店面.JPG', ['jpg', 'jpeg'], '店面.jpg'],
    ['合約\u202Efdp.exe', ['pdf'], '合約fdp.exe.pdf'],
    ['a\r\nSet-Cookie: x.pdf', ['pdf'], 'aSet-Cookie_ x.pdf'],
    ['  .hidden. ', ['png'], 'hidden.png'],
    ['\u200b', ['png'], 'file.png'],
    ['報價單', ['xlsx'], '報價單.xlsx'],
    [`${'長'.repeat(400)}.pdf`, ['pdf'], `${'長'.repeat(180)}.pdf`],
  ])('%j becomes plain', (typed, extensions, plain) => {
    expect(fileNameOf(typed, extensions)).toBe(plain)
  })

  it('travels in a header without breaking out of it', () => {
    const disposition = dispositionOf('報價"單\\%.pdf')
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.!~-]*$/)
    expect(disposition).not.toMatch(/[\r\n]/)
  })
})
