import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import type { Locale } from '@/lib/kernel/messages'
import { perform } from '@/lib/kernel/perform'
import { receiveFiles } from '@/lib/kernel/upload'
import { draft } from '@/lib/modules/agreements/commands'
import { submitOccurrence } from '@/lib/modules/agreements/commands-occurrences'
import { recordSigned } from '@/lib/modules/agreements/commands-signing'
import { keepTheirPaper } from '@/lib/modules/agreements/commands-their-paper'
import { store } from '@/lib/modules/files/commands'
import { messages } from '@/lib/modules/files/messages'
import { download } from '@/lib/modules/files/queries-download'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { zipped } from '@/tests/kernel/zip-archive'
import { firstDay, monthly, owed } from '@/tests/modules/agreements/obligations-scene'
import { annual, aScene, drafted, look, sentAgreement } from '@/tests/modules/agreements/scene'
import { inForce } from '@/tests/modules/kpis/scene'
import { done, noon } from '@/tests/modules/terms/scene'
import { newcomer, owner } from '@/tests/people'

const text = (value: string) => Buffer.from(value)

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const word = (more: Record<string, string> = {}, claims: Record<string, number> = {}, type = `${docx}.main+xml`) =>
  zipped(
    {
      '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
      'word/document.xml': '<w:document/>',
      ...more,
    },
    claims,
  )

/** A picture of 10,000 by 5,000 dots, a few kilobytes long. */
function fiftyMegapixels(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(10_000, 0)
  header.writeUInt32BE(5_000, 4)
  header.writeUInt8(1, 8)
  const chunk = (type: string, content: Buffer) => {
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length, 0)
    frame.write(type, 4, 'latin1')
    return Buffer.concat([frame, content, Buffer.alloc(4)])
  }
  const dots = deflateSync(Buffer.alloc(5_000 * 1_251))
  return Buffer.concat([
    ...[Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header)],
    ...[chunk('IDAT', dots), chunk('IEND', Buffer.alloc(0))],
  ])
}

const pdf = text('%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nendobj\n%%EOF\n')
const tooLarge = Buffer.concat([pdf, Buffer.alloc(26 * 1_048_576)])
const polyglot = text('GIF89a/*\u0001\u0000*/=1;alert(document.domain)//')
const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
/** Three parts of 3.5 GB each by the archive's own account; none of them could be unpacked. */
const bomb = () => {
  const parts = ['word/media/1.bmp', 'word/media/2.bmp', 'word/media/3.bmp']
  const [contents, claims] = ['0', 3_500_000_000].map((value) => Object.fromEntries(parts.map((part) => [part, value])))
  return word(contents as Record<string, string>, claims as Record<string, number>)
}

type Refused = readonly [what: string, name: string, content: () => Buffer, code: keyof typeof messages.en]
type Kept = readonly [what: string, name: string, content: () => Buffer, stored: string, mediaType: string]

/** What may not come in, under which name, and which sentence says so. */
const dangerous: readonly Refused[] = [
  ['that is a drawing with a script', '簽名.svg', () => text('<svg><script>alert(1)</script></svg>'), 'fileActive'],
  ['that is a drawing named as a picture', '簽名.png', () => text('<svg onload="alert(1)"/>'), 'fileActive'],
  ['that is a web page', '合約.html', () => text('<!doctype html><script>alert(1)</script>'), 'fileActive'],
  ['that is a web page named as text', '合約.txt', () => text('<script>alert(1)</script>'), 'fileActive'],
  ['of Word with macros in it', '合約.docx', () => word({ 'word/vbaProject.bin': 'x' }), 'fileMacros'],
  [
    'of Word that may run macros',
    '合約.docx',
    () => word({}, {}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    'fileMacros',
  ],
  ['that is a program named as a PDF', '合約.exe.pdf', () => text('MZ\u0090\u0000\u0003'), 'fileNotAllowed'],
  ['without content', '合約.pdf', () => Buffer.alloc(0), 'fileEmpty'],
  ['of 26 MB', '合約.pdf', () => tooLarge, 'fileTooLarge'],
  ['that unpacks to 10 GB', '合約.docx', bomb, 'fileUnpacksTooLarge'],
  ['that is half a document', '合約.docx', () => word().subarray(0, -30), 'fileBroken'],
  ['by which virus scanners are tested', '合約.txt', () => text(eicar), 'fileHarmful'],
]

/** What does no harm as a download: how it is called then, and as what it is served. */
const curious: readonly Kept[] = [
  ['that is a picture and a script', '門市.js', () => polyglot, '門市.js.gif', 'image/gif'],
  ['that is a PDF with a script', '簽署頁.pdf', () => pdf, '簽署頁.pdf', 'application/pdf'],
  ['with two extensions', '合約.pdf.exe', () => pdf, '合約.pdf.exe.pdf', 'application/pdf'],
  ['with a name that reads backwards', '合約\u202efdp.exe', () => pdf, '合約fdp.exe.pdf', 'application/pdf'],
  ['with a name that climbs', '../../../etc/合約.pdf', () => pdf, '合約.pdf', 'application/pdf'],
  [
    'with a header in its name',
    '合約\r\nSet-Cookie: a=1\r\n.pdf',
    () => pdf,
    '合約Set-Cookie_ a=1.pdf',
    'application/pdf',
  ],
  ['of fifty megapixels', '陳列.png', fiftyMegapixels, '陳列.png', 'image/png'],
]

const inTheYear = noon('2026-02-10')

/** Every place of an agreement that takes a file: who hands it in, how, and what then says that it was taken. */
const doors = {
  'the scan of what was signed': async () => {
    const { keeper, agreementVersionId, signatoryIds } = await sentAgreement(await aScene())
    return {
      keeper,
      take: (fileId: string) =>
        perform(recordSigned, keeper, { signatoryId: signatoryIds[0], signedOn: '2026-01-02', fileId }, at),
      taken: () => owner()`select file_id from agreement_signatories
        where version_id = ${agreementVersionId} and (state = 'signed' or file_id is not null)`,
    }
  },
  'the evidence of an obligation': async () => {
    const { keeper, agreementId } = await inForce()
    await owed(keeper, agreementId, { ...monthly(keeper.id), evidenceRequired: 'true' }, inTheYear)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, inTheYear)
    return {
      keeper,
      take: (fileId: string) => perform(submitOccurrence, keeper, { occurrenceId, fileId }, at),
      taken: () => owner()`select file_id from obligation_occurrences
        where id = ${occurrenceId} and (submitted_at is not null or file_id is not null)`,
    }
  },
  'the evidence of a measured value': async () => {
    const { keeper, kpiId } = await inForce()
    const value = { kpiId, period: '2026-01', numerator: '95', denominator: '100' }
    return {
      keeper,
      take: (fileId: string) => perform(measure, keeper, { ...value, fileId }, at),
      taken: () => owner()`select file_id from kpi_measurements where kpi_id = ${kpiId}`,
    }
  },
  'their own paper': async () => {
    const { keeper, accountId } = await aScene()
    const { agreementId } = await done(draft, keeper, { accountId, ...annual, paper: 'theirs' }, drafted)
    const agreementVersionId = (await look(keeper, agreementId)).latest.id
    const terms = [{ heading: '付款', aspect: 'credit', value: '90 天', deviation: 'none' }]
    return {
      keeper,
      take: (fileId: string) => perform(keepTheirPaper, keeper, { agreementVersionId, fileId, terms }, at),
      taken: () => owner()`select paper_file_id as file_id from agreement_versions
        where id = ${agreementVersionId} and (paper_file_id is not null
          or exists (select from agreement_clauses where version_id = ${agreementVersionId}))`,
    }
  },
} as const
const at = { now: inTheYear }

type Sent = readonly [name: string, content: Buffer]

async function uploaded(actor: Actor, files: readonly Sent[], locale: Locale = 'zh-TW') {
  const body = new FormData()
  for (const [name, content] of files)
    body.append('file', new File([new Uint8Array(content)], name, { type: 'application/pdf' }))
  const request = new Request('http://localhost:3000/api/files', {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost:3000' },
  })
  const response = await receiveFiles(request, store, actor, locale)
  return { status: response.status, ...(await response.json()) }
}

const storedBy = async ({ workspaceId }: Actor) => {
  const [row] = await owner()`select (select count(*)::int from files where workspace_id = ${workspaceId}) as files,
    (select count(*)::int from file_chunks where workspace_id = ${workspaceId}) as pieces`
  return row
}

describe('a file', async () => {
  const [actor, someone] = [await newcomer('accountManager'), await newcomer('accountManager')]

  it.each(dangerous)(
    '%s is refused with a sentence in both languages, and nothing of it stays',
    async (_, name, content, code) => {
      const before = await storedBy(actor)
      for (const locale of ['zh-TW', 'en'] as const) {
        const { status, files, refused } = await uploaded(actor, [[name, content()]], locale)
        const sentence = messages[locale][code].replace('{max}', code === 'fileTooLarge' ? '25' : '500')
        expect([status, files, refused]).toEqual([422, [], [expect.objectContaining({ sentence })]])
      }
      expect(await storedBy(actor)).toEqual(before)
    },
  )

  it.each(curious)('%s is kept as what it is, and can only be saved', async (_, name, content, stored, as) => {
    const { files } = await uploaded(someone, [[name, content()]])
    expect(files).toEqual([expect.objectContaining({ name: stored, mediaType: as })])
    const [{ id }] = files
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const { headers } = await download(someone, id)
    expect(headers.get('content-type')).toBe(as)
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[^\r\n;]*$/,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'none'")
  })
})

describe.each(Object.entries(doors))('%s', (_, open) => {
  it('takes nothing of all that is refused, and what is harmless as what it is', async () => {
    const { keeper, take, taken } = await open()
    const before = await storedBy(keeper)
    const bad = dangerous.map(([, name, content]): Sent => [name, content()])
    const { status, refused } = await uploaded(keeper, bad)
    expect([status, refused.length]).toEqual([422, bad.length])
    expect(await storedBy(keeper)).toEqual(before)
    expect(await take(crypto.randomUUID())).toMatchObject({ ok: false })
    expect(await taken()).toHaveLength(0)
    const { files } = await uploaded(keeper, [['門市.js', polyglot]])
    expect(await take(files[0].id)).toMatchObject({ ok: true })
    expect(await taken()).toMatchObject([{ file_id: files[0].id }])
  })
})
